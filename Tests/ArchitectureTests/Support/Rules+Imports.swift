/// The rules as functions, so that they can be tried on files that break them.
enum Rules {
  /// The modules that a file imports, with their lines.
  static func imports(of file: SourceFile) throws -> [(line: Int, module: String)] {
    let pattern =
      #"^[ \t]*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|private|fileprivate)\s+)?"#
      + #"import\s+(?:(?:struct|class|enum|protocol|func|var|let|typealias)\s+)?(\w+)"#
    return try file.matches(of: pattern).map { ($0.line, String($0.match[1])) }
  }

  /// Imports that lead to a floor above, to a room next door, or out of the house.
  static func floors(_ file: SourceFile) throws -> [String] {
    // What lies in a .docc is a text to us, and compiled by others.
    guard let module = House.module(of: file.path), !file.path.contains(".docc/") else { return [] }
    guard let allowed = House.rooms[module] else {
      return [file.breach(1, "the module \(module) has no room in House.swift")]
    }
    let outside = House.toolchain.union(House.cLibraries)
    return try imports(of: file).compactMap { line, imported in
      if outside.contains(imported) || allowed.contains(imported) { return nil }
      return file.breach(line, "\(module) must not import \(imported)")
    }
  }

  /// Foundation where it does not belong.
  static func foundation(_ file: SourceFile) throws -> [String] {
    guard let module = House.module(of: file.path), House.withoutFoundation.contains(module) else {
      return []
    }
    return try imports(of: file).compactMap { line, imported in
      guard House.toolchain.contains(imported), imported != "Swift", imported != "Synchronization"
      else { return nil }
      return file.breach(line, "\(module) must not import \(imported)")
    }
  }

  /// The C library outside the files in which platforms may differ.
  static func cLibrary(_ file: SourceFile) throws -> [String] {
    guard let module = House.module(of: file.path), House.withoutFoundation.contains(module),
      !House.isPlatformFile(file.name)
    else { return [] }
    return try imports(of: file).compactMap { line, imported in
      guard House.cLibraries.contains(imported) else { return nil }
      return file.breach(line, "\(imported) belongs in a file named Platform*.swift")
    }
  }

  /// Whatever a contract imports besides `Coursework`, or hides from students.
  static func contract(_ file: SourceFile) throws -> [String] {
    let parts = file.path.split(separator: "/")
    guard parts.count == 3, parts[0] == "assignments", parts[1] != "Courses",
      [parts[1] + ".swift", parts[1] + "+NotImplemented.swift"].contains(parts[2])
    else { return [] }
    let imports = try imports(of: file)
    let others = imports.filter { $0.module != "Coursework" }.map {
      file.breach($0.line, "a contract imports only Coursework, not \($0.module)")
    }
    let hidden = try file.matches(of: #"\bpackage\b"#).map {
      file.breach($0.line, "a contract declares nothing package: students must see all of it")
    }
    let none = imports.isEmpty ? [file.breach(1, "a contract imports Coursework")] : []
    return others + hidden + none
  }
}
