import PlainText
import Testing

@Suite("JSON numbers")
struct JSONNumberTests {
  @Test(
    "A whole number is read whatever its form, and nothing else is",
    arguments: [
      ("0", 0), ("-0", 0), ("-0.0e5", 0), ("7", 7), ("-12", -12), ("1.0", 1), ("1.50e1", 15),
      ("1e2", 100), ("1200e-2", 12), ("0.001e3", 1), ("9223372036854775807", .max),
      ("-9223372036854775808", .min), ("9223372036854775808", nil), ("-9223372036854775809", nil),
      ("922337203685477580.7e1", .max), ("0.5", nil), ("1e-1", nil), ("1e19", nil), ("1e400", nil),
      ("0e99999999999999999999", 0), ("1e99999999999999999999", nil),
      ("1e-99999999999999999999", nil), ("1e9223372036854775807", nil),
      ("1e-9223372036854775807", nil),
    ] as [(String, Int?)]
  )
  func integers(text: String, expected: Int?) throws {
    #expect(try JSON(parsing: text).intValue == expected)
  }

  @Test(
    "A number is read as the nearest double",
    arguments: [
      ("0.1", 0.1), ("-0", -0.0), ("1e308", 1e308), ("1e309", nil), ("-1e309", nil), ("1e-400", 0),
      ("5e-324", .leastNonzeroMagnitude), ("9007199254740993", 9_007_199_254_740_992),
      ("0.3770", 0.377),
      ("12345678901234567890", 0x1.56a95319d63e1p+63),
    ] as [(String, Double?)]
  )
  func doubles(text: String, expected: Double?) throws {
    #expect(try JSON(parsing: text).doubleValue?.bitPattern == expected?.bitPattern)
  }

  @Test("What is not finite is written as a string and read back")
  func notFinite() {
    #expect(JSON.double(.infinity) == "Infinity")
    #expect(JSON.double(-.infinity) == "-Infinity")
    #expect(JSON.double(.nan) == "NaN")
    #expect(JSON.double(.nan).doubleValue?.isNaN == true)
    #expect(JSON.double(-.infinity).doubleValue == -.infinity)
    #expect(JSON.string("nan").doubleValue == nil)
  }

  @Test("Numbers are written in their shortest form")
  func shortest() {
    #expect(JSON.double(0.1) == .number("0.1"))
    #expect(JSON.double(-0.0) == .number("-0.0"))
    #expect(JSON.double(1e-9).text(pretty: false) == "1e-09")
    #expect(JSON.integer(UInt64.max) == .number("18446744073709551615"))
  }

  @Test("Other values are no numbers")
  func others() {
    for value in [JSON.null, true, "7", [7], ["a": 7]] {
      #expect(value.intValue == nil)
      #expect(value.doubleValue == nil)
    }
  }
}
