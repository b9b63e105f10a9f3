import Testing

@testable import Worksheets

@Suite("Typed arrays")
struct TypedArrayTests {
  @Test(
    "Brackets give the shape",
    arguments: [
      ("0.5", []), ("[0.5]", [1]), ("[1, 2, 3]", [3]), ("[[1, 2], [3, 4], [5, 6]]", [3, 2]),
      ("[ [1 ,2] ,[3,4] ]", [2, 2]), ("[1, 2], [3, 4]", [2, 2]), ("[1, 2] ; [3, 4]", [2, 2]),
      ("[[[1], [2]]]", [1, 2, 1]), ("[1 × 10^-3, 2]", [2]),
    ] as [(String, [Int])])
  func shape(text: String, shape: [Int]) throws {
    let array = try TypedArray(parsing: text)
    #expect(array.shape == shape)
    #expect(array.entries.count == shape.reduce(1, *))
  }

  @Test("Numbers come row by row")
  func order() throws {
    let array = try TypedArray(parsing: "[[1, 2], [3, 4]]")
    #expect(array.entries.map(\.value) == [1, 2, 3, 4])
  }

  @Test(
    "A place left blank stays one, and so does a row",
    arguments: [
      ("[1, ]", [2], [1, nil]), ("[ , 2]", [2], [nil, 2]), ("[_, 2, __]", [3], [nil, 2, nil]),
      ("[[1, ], [3, ]]", [2, 2], [1, nil, 3, nil]), ("[[1, 2], ]", [2, 2], [1, 2, nil, nil]),
      ("[ , [3, 4]]", [2, 2], [nil, nil, 3, 4]),
    ] as [(String, [Int], [Double?])])
  func leftOut(text: String, shape: [Int], values: [Double?]) throws {
    let array = try TypedArray(parsing: text)
    #expect(array.shape == shape)
    #expect(array.places.map { $0?.value } == values)
  }

  @Test(
    "What cannot be read says why",
    arguments: [
      ("[1, 2", "a '[' is never closed"), ("1]", "there is a ']' too many"),
      ("[1, 2]]", "there is a ']' too many"), ("[1], 2", "', 2' stands after the closing bracket"),
      ("[1], [2", "a '[' is never closed"), ("[1, 2], [3]", "rows of different lengths: 2 and 1"),
      ("[1] 2", "'2' stands after the closing bracket"),
      ("[[1, 2], [3]]", "rows of different lengths: 2 and 1"),
      ("[1, [2]]", "a row stands beside a plain number"),
      ("[1, abc]", "'abc' is not a number"), ("[[1] [2]]", "a comma is missing before '[2]]'"),
      ("[1 2]", "'1 2' is not a number; put a comma between two numbers"),
      ("1, 2", "'1, 2' is not a number; put brackets around a list"),
      ("0.5,0.25", "'0.5,0.25' is not a number; put brackets around a list"),
      ("about 1.1", "'about 1.1' is not a number"),
      (
        "0,3775; 0,3925",
        "'0,3775; 0,3925' is not a number; write decimal points, and commas between numbers"
      ),
      (
        "0,5", "'0,5' is not a number; write a decimal point, or declare decimal = comma"
      ),
      (
        "1/2/3",
        "'1/2/3' is not a number; a fraction has two whole numbers"
      ),
      ("[1/0]", "'1/0' divides by 0"),
      ("[[[[[1]]]]]", "too many brackets inside brackets"),
    ])
  func reasons(text: String, reason: String) {
    #expect(throws: UnreadableEntry(reason)) { try TypedArray(parsing: text) }
  }

  @Test(
    "With decimal commas, semicolons separate, and commas that are no number's own",
    arguments: [
      ("[0,59; 0,60]", [2], [0.59, 0.6]), ("[0,59;0,60]", [2], [0.59, 0.6]),
      ("[0,59 , 0,60]", [2], [0.59, 0.6]), ("[0,59, 0,60]", [2], [0.59, 0.6]),
      ("[0,5]", [1], [0.5]), ("[1, 2]", [2], [1, 2]), ("[0.59,0.60]", [2], [0.59, 0.6]),
      ("[0.59;0,60]", [2], [0.59, 0.6]), ("[ ; 2]", [2], [nil, 2]),
      ("[[1,5; 2]; [3; 4]]", [2, 2], [1.5, 2, 3, 4]),
      ("[[1,5; 2], [3; 4]]", [2, 2], [1.5, 2, 3, 4]), ("6,7·10⁻⁴", [], [6.7e-4]),
      ("[1/2; -0,25]", [2], [0.5, -0.25]),
    ] as [(String, [Int], [Double?])])
  func commas(text: String, shape: [Int], values: [Double?]) throws {
    let array = try TypedArray(parsing: text, decimal: .comma)
    #expect(array.shape == shape)
    #expect(array.places.map { $0?.value } == values)
  }

  @Test(
    "What cannot be read with decimal commas says why",
    arguments: [
      ("0,5; 0,6", "'0,5; 0,6' is not a number; put brackets around a list"),
      ("[0,59,0,60]", "'0,59,0,60' is not a number; put semicolons between numbers"),
      ("[1,5 2]", "'1,5 2' is not a number; put semicolons between numbers"),
      ("[1 2]", "'1 2' is not a number; put a semicolon between two numbers"),
      ("[[1] [2]]", "a semicolon is missing before '[2]]'"),
    ])
  func commaReasons(text: String, reason: String) {
    #expect(throws: UnreadableEntry(reason)) { try TypedArray(parsing: text, decimal: .comma) }
  }

  @Test(
    "Brackets without numbers are blank",
    arguments: ["", " ", "[ , ]", "[[ , ], [ , ]]", "_", "[ ; ]"])
  func blank(text: String) {
    #expect(TypedArray.isBlank(text))
    #expect(!TypedArray.isBlank("\(text)0"))
  }
}
