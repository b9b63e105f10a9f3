import Grading
import Testing

@Suite("Receipts")
struct ReceiptTests {
  private func receipt(_ files: (String, String)...) -> Receipt {
    Receipt(of: files.map { ($0.0, Array($0.1.utf8)) })
  }

  @Test("It is the digest of names, lengths and bytes")
  func value() {
    // printf 'a.swift\n3\nabcb.txt\n1\n1' | sha256sum
    #expect(
      receipt(("a.swift", "abc"), ("b.txt", "1")).hex
        == "59eb4ebd7dee7e2a606d61ce2fa7f1f1a55365aed91315e5704dffae48524680")
  }

  @Test("Every byte and every name shows")
  func differs() {
    let all = [
      receipt(("a.swift", "x")), receipt(("a.swift", "y")), receipt(("b.swift", "x")),
      receipt(("a.swift", "x"), ("b.swift", "")), receipt(("a.swift", ""), ("b.swift", "x")),
      receipt(("a.swift", "x"), ("more/b.swift", "")),
    ]
    #expect(Set(all).count == all.count)
    #expect(Set(all.map(\.description)).count == all.count)
  }

  @Test("The folders around the work do not show, those within it do")
  func folders() {
    let flat = receipt(("a.swift", "x"), ("more/b.swift", "y"))
    for folder in ["Submission", "anna/homework/Submission"] {
      #expect(receipt(("\(folder)/a.swift", "x"), ("\(folder)/more/b.swift", "y")) == flat)
    }
    #expect(receipt(("a.swift", "x"), ("b.swift", "y")) != flat)
    #expect(receipt(("deep/a.swift", "x")) == receipt(("a.swift", "x")))
    // Folders whose names begin alike are not the same.
    #expect(
      receipt(("part1/a.swift", "x"), ("part2/b.swift", "y"))
        != receipt(("1/a.swift", "x"), ("2/b.swift", "y")))
  }

  @Test("Nothing at all has a receipt, too")
  func empty() {
    // sha256sum < /dev/null
    #expect(
      Receipt(of: []).hex
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }
}
