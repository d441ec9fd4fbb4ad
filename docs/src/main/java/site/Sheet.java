package site;

/**
 * What the projector shows at a time, and its notes for whoever speaks. All of it is HTML.
 *
 * @param title what is shown, such as the name of a file
 * @param place where in it, or nothing
 */
record Sheet(String id, String kind, String title, String place, String body, String notes) {
    String html() {
        return "<section class=\"sheet " + kind + "\" id=\"" + id + "\" data-nosearch>\n<div class=\"head\"><a href=\"#"
                + id + "\">" + title + "</a> <span>" + place + "</span></div>\n" + body + notes + "</section>\n";
    }
}
