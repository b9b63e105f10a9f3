/// A table as spreadsheets and forms export it, by RFC 4180 and by what they do besides.
///
/// Read are commas, semicolons or tabs between cells (whichever the first record has most of, or a
/// first line `sep=;` says), line ends of every kind, a byte order mark, and spaces around quotes.
/// Whatever the bytes, a table can be read: what is against the rules becomes a ``Fault``.
package struct CSV: Sendable, Hashable {
  /// What stands between two cells.
  package let separator: Separator
  /// The rows in order, the one with the names included; lines without any cell are left out.
  package let records: [Record]
  /// What is against the rules, in the order of the text.
  package let faults: [Fault]

  /// What may stand between two cells.
  package enum Separator: UInt8, Sendable, Hashable, CaseIterable {
    case comma = 0x2c
    case semicolon = 0x3b
    case tab = 0x09
  }

  /// One row.
  package struct Record: Sendable, Hashable {
    /// The line on which it begins, from 1.
    package let line: Int
    /// The cells, without the quotes around them.
    package let cells: [String]

    /// Cells that begin on that line.
    package init(line: Int, cells: [String]) {
      self.line = line
      self.cells = cells
    }
  }

  /// Something against the rules.
  package struct Fault: Sendable, Hashable {
    /// The line, from 1.
    package let line: Int
    /// What is wrong, in plain words and without a full stop.
    package let message: String
  }

  /// More bytes than a class needs; the rest is not read.
  package static let mostBytes = 16 << 20
  /// More faults than anybody reads; the rest is not listed.
  package static let mostFaults = 40

  /// Reads a table from the bytes of its file; never fails.
  ///
  /// After a quote that is never closed nothing more is read: no cell behind it is sure to stand in
  /// its own column.
  package init(parsing bytes: some Sequence<UInt8>) {
    var parser = CSVParser(bytes: Array(bytes.prefix(Self.mostBytes + 1)))
    parser.read()
    separator = parser.separator
    records = parser.records
    faults = parser.faults
  }

  /// Reads a table from a text; never fails.
  package init(_ text: String) { self.init(parsing: text.utf8) }
}
