#!/usr/bin/env bash
# Loads stages 04 and 05 and two peers in turn with wrk, over loopback, and prints ratios of medians.
# Usage, from the repository's root, after `mvn -q compile`: docs/measure/servers.sh [rounds] [seconds]
# Needs Linux (processor time is read from /proc) and wrk. Stops by itself.
set -euo pipefail
rounds=${1:-5}
seconds=${2:-4}
page=stage05-graceful-shutdown/src/main/resources/hello/hello.html
scratch=$(mktemp -d)
servers=(bare jdk stage04 stage05)
declare -A pid port
trap 'kill "${pid[@]}" 2>/dev/null; rm -rf "$scratch"' EXIT

javac -d "$scratch" docs/measure/*.java
next=18181
for server in "${servers[@]}"; do
  port[$server]=$next
  case $server in
    bare) java -cp "$scratch" BareServer "$next" "$page" & ;;
    jdk) java -cp "$scratch" JdkServer "$next" "$page" & ;;
    *) java -cp "$(echo "$server"-*)/target/classes" hello.Main "$next" > "$scratch/$server.log" & ;;
  esac
  pid[$server]=$!
  next=$((next + 1))
done
for server in "${servers[@]}"; do
  curl -s -o /dev/null --retry 50 --retry-connrefused --retry-delay 1 \
    "http://127.0.0.1:${port[$server]}/"
done

# Prints "connections server requests-a-second microseconds-a-request errors".
load() {
  local server=$1 connections=$2 before after
  before=$(awk '{ print $14 + $15 }' "/proc/${pid[$server]}/stat")
  wrk -t1 -c"$connections" -d"$seconds"s -H 'Connection: close' \
    "http://127.0.0.1:${port[$server]}/" > "$scratch/wrk"
  after=$(awk '{ print $14 + $15 }' "/proc/${pid[$server]}/stat")
  awk -v server="$server" -v c="$connections" -v ticks=$((after - before)) -v hz="$(getconf CLK_TCK)" '
    /requests in/ { n = $1 }
    /Requests\/sec/ { rate = $2 }
    /Socket errors|Non-2xx/ { errors = 1 }
    END { print c, server, rate, ticks / hz * 1e6 / n, errors + 0 }' "$scratch/wrk"
}

for server in "${servers[@]}"; do load "$server" 16 > /dev/null; done # warms the JVMs up
for round in $(seq "$rounds"); do
  for connections in 16 64; do
    for server in "${servers[@]}"; do
      load "$server" "$connections" | sed "s/^/$round /"
    done
  done
done | tee "$scratch/rows" >&2

echo "connections  server   requests/s: of jdk           of bare            processor time: of jdk"
awk '
  function median(list,   n, a, i, j, t) {
    n = split(list, a, " ")
    for (i = 1; i <= n; i++) for (j = i + 1; j <= n; j++) if (a[j] + 0 < a[i] + 0) { t = a[i]; a[i] = a[j]; a[j] = t }
    spread = sprintf("%.2f-%.2f", a[1], a[n])
    return n % 2 ? a[(n + 1) / 2] : (a[n / 2] + a[n / 2 + 1]) / 2
  }
  { key = $1 " " $2; rate[key, $3] = $4; cpu[key, $3] = $5; rounds[key]; servers[$3]; sizes[$2]; errors += $6 }
  END {
    for (c in sizes) for (s in servers) {
      a = b = p = ""
      for (key in rounds) if (key ~ " " c "$") {
        a = a " " rate[key, s] / rate[key, "jdk"]
        b = b " " rate[key, s] / rate[key, "bare"]
        p = p " " cpu[key, s] / cpu[key, "jdk"]
      }
      ma = median(a); sa = spread; mb = median(b); sb = spread; mp = median(p); sp = spread
      printf "%11d  %-8s %12.2f (%s)  %8.2f (%s)  %13.2f (%s)\n", c, s, ma, sa, mb, sb, mp, sp
    }
    print "(rounds with socket errors: " errors + 0 ")"
  }' "$scratch/rows" | sort
