/**
 * What Django shows on the error pages of `DEBUG = True` and nowhere else: its technical 404 and 500
 * pages (`django/views/debug.py`), and the help of its page about CSRF.
 */
export const debugMarkers =
  /You(’|')re seeing (this error|the help section)|Using the URLconf|Request Method:|Django Version:|Exception (Type|Location):|Traceback \(most recent call last\)/;
