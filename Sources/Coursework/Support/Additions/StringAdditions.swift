// `hasPrefix` and `hasSuffix` compare whole characters: a mark that combines with the prefix's last
// letter makes them see another letter. Names on the wire are compared byte by byte.
extension String {
  /// What follows `prefix`, or nil where the bytes do not begin with it.
  func dropping(prefix: String) -> String? {
    guard utf8.starts(with: prefix.utf8) else { return nil }
    return String(Substring(utf8.dropFirst(prefix.utf8.count)))
  }

  /// What precedes `suffix`, or nil where the bytes do not end in it.
  func dropping(suffix: String) -> String? {
    guard utf8.reversed().starts(with: suffix.utf8.reversed()) else { return nil }
    return String(Substring(utf8.dropLast(suffix.utf8.count)))
  }
}
