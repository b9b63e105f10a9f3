import Testing
import Worksheets

@Suite("Names of variants")
struct VariantNameTests {
  @Test(
    "A name tells which sheet and whose numbers",
    arguments: [
      ("2db028", nil, "2db028"), ("2DB028", nil, "2db028"), ("tanh", "tanh", nil),
      ("tanh-2db028", "tanh", "2db028"), ("Step-ABCDEF", "step", "abcdef"), ("", nil, nil),
      ("two-words-123456", "two-words", "123456"), ("1234567", "1234567", nil),
    ] as [(String, String?, String?)])
  func parts(text: String, form: String?, numbers: String?) {
    let name = VariantName(text)
    #expect(name.form == form && name.numbers == numbers)
  }
}
