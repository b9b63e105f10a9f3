import PlainText

/// The answers of a class in one table, as forms and quizzes export them: a row for each student.
///
/// ```
/// id,z1,"dW1[0,1]",dW1_11
/// ada,"[0.3775, 0.3925]",0.00134,0.00150
/// ```
///
/// A column bears the name of a slot, or of one place in it. Whose row it is says a column called
/// `id`, `student`, `email` or `name`, or else the first one. In a table with semicolons decimals are
/// written with commas, if no column `decimal` says otherwise.
///
/// Whatever the bytes, a table can be read: what cannot be understood becomes a problem with its
/// line, and the rest still counts.
package struct AnswerTable: Sendable, Hashable {
  /// Who can be told apart, in the table's order.
  package private(set) var rows: [Row] = []
  /// Rows that nobody can be sure about, in the table's order.
  package private(set) var leftOut: [LeftOut] = []
  let header: Header
  /// What is against the rules of such tables.
  let faults: [AnswerSheet.Problem]

  /// What stands above the rows.
  struct Header: Sendable, Hashable {
    let line: Int
    let names: [String]
    /// The columns that say whose row it is, the best first.
    let identity: [Int]
    let decimal: DecimalSign?
  }

  /// One student's answers.
  package struct Row: Sendable, Hashable {
    /// Who answered, fit for the name of a folder.
    package let name: String
    /// The line on which the row begins, from 1.
    package let line: Int
    /// The names of the columns, and the cells of this row as they were typed.
    package var content: [[String]] { [header.names, cells] }
    let header: Header
    let cells: [String]
  }

  /// A row that is not marked.
  package struct LeftOut: Sendable, Hashable {
    /// Who it seems to be, with the line.
    package let name: String
    /// Why, in plain words and without a full stop.
    package let reason: String
  }

  /// Reads a table from the bytes of its file; never fails.
  package init(parsing bytes: some Sequence<UInt8>) {
    let table = CSV(parsing: bytes)
    faults = table.faults.map { AnswerSheet.Problem(line: $0.line, $0.message) }
    header = Header(table.records.first, decimal: table.separator == .semicolon ? .comma : nil)
    var lines: [String: Int] = [:]
    for record in table.records.dropFirst().prefix(Self.mostRows) { add(record, &lines) }
    if let record = table.records.dropFirst(Self.mostRows + 1).first {
      leaveOut("line \(record.line)", "only the first \(Self.mostRows) rows are read")
    }
  }

  /// More rows than any class has; the rest is not read.
  package static let mostRows = 10_000

  private mutating func add(_ record: CSV.Record, _ lines: inout [String: Int]) {
    let line = record.line
    guard record.cells.contains(where: { !$0.isBlank }) else { return }
    let said = header.identity.lazy.compactMap { record.cells.at($0) }.first { !$0.isBlank }
    guard let name = said.map(Self.safe) else {
      return leaveOut("line \(line)", "nothing in the row says whose it is")
    }
    let surplus = record.cells.dropFirst(header.names.count)
    guard surplus.allSatisfy(\.isBlank) else {
      return leaveOut(
        "\(name) (line \(line))",
        "the row has \(record.cells.count) cells for \(header.names.count) columns; put quotes "
          + "around cells that hold a separator")
    }
    if let first = lines[name] {
      return leaveOut("\(name) (line \(line))", "stands twice in the table; line \(first) counts")
    }
    lines[name] = line
    rows.append(Row(name: name, line: line, header: header, cells: record.cells))
  }

  private mutating func leaveOut(_ name: String, _ reason: String) {
    leftOut.append(LeftOut(name: name, reason: reason))
  }

  private static let longestName = 160

  /// A name without anything that would lead out of a folder, or is too long for one.
  private static func safe(_ typed: String) -> String {
    var name = ""
    for character in typed.trimmed {
      let isPlain =
        character.isLetter || character.isNumber || " -_.@+,'()".contains(character)
      name.append(isPlain ? character : "-")
      // Folders' names are counted in bytes.
      if name.utf8.count > longestName {
        return String(name.unicodeScalars.prefix(longestName / 4))
      }
    }
    return name.hasPrefix(".") ? "-" + name.dropFirst() : name
  }
}

extension AnswerTable.Header {
  /// Names of columns that say whose row it is, the best first, in letters and digits alone.
  private static let identities = [
    "id", "studentid", "student", "sisid", "sisuserid", "idnumber", "userid", "username", "loginid",
    "email", "emailaddress", "studentemail", "name", "studentname", "fullname",
  ]

  /// More columns than any sheet has places; whoever fills in others is left out.
  private static let most = 500

  fileprivate init(_ record: CSV.Record?, decimal: DecimalSign?) {
    let names = Array(Self.joined(record?.cells ?? []).prefix(Self.most))
    let plain = names.map { name in
      String(name.lowercased().filter { $0.isLetter || $0.isNumber })
    }
    let called = Self.identities.flatMap { identity in
      plain.indices.filter { plain[$0] == identity }
    }
    self.init(
      line: record?.line ?? 1, names: names, identity: called.isEmpty ? [0] : called,
      decimal: decimal)
  }

  /// `dW1[0` and `1]` are one name, which somebody typed without quotes.
  private static func joined(_ cells: [String]) -> [String] {
    var names: [String] = []
    for cell in cells {
      if let last = names.last, last.contains("["), !last.contains("]"), cell.contains("]") {
        names[names.count - 1] = last + "," + cell.trimmed
      } else {
        names.append(cell.trimmed)
      }
    }
    return names
  }
}
