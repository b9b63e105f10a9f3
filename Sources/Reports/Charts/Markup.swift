extension String {
  /// The text as content or as a quoted attribute of XML and HTML.
  ///
  /// It passes `Sanitised` first: XML has no way to write a control character.
  var escapedForMarkup: String {
    var escaped = ""
    for character in Sanitised(self).line.unicodeScalars {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(character)
      }
    }
    return escaped
  }
}
