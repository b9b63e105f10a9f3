import Spelling
import Testing

@Suite("Spelling")
struct EditDistanceTests {
  private static let words = ["", "a", "grade", "garde", "grades", "verify", "list"]

  @Test("The distance is symmetric, zero to itself alone, and obeys the triangle inequality")
  func metric() {
    for a in Self.words {
      for b in Self.words {
        let distance = a.editDistance(to: b)
        #expect(distance == b.editDistance(to: a))
        #expect((distance == 0) == (a == b))
        for c in Self.words { #expect(distance <= a.editDistance(to: c) + c.editDistance(to: b)) }
      }
    }
  }

  @Test(
    "The distance counts single slips",
    arguments: [("kitten", "sitting", 3), ("garde", "grade", 1), ("", "abc", 3)])
  func slips(a: String, b: String, distance: Int) {
    #expect(a.editDistance(to: b) == distance)
  }

  @Test(
    "The nearest name forgives case and a third of the letters",
    arguments: [
      ("graed", "grade"), ("VERIFY", "verify"), ("veryfi", "verify"), ("lits", "list"),
      ("banana", nil), ("", nil),
    ] as [(String, String?)])
  func nearest(word: String, meant: String?) {
    #expect(word.nearest(among: ["list", "grade", "verify"]) == meant)
  }
}
