#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What this module takes from the C library: the only file that differs between platforms.
enum Platform {
  static func log(_ x: Double) -> Double {
    #if canImport(Glibc)
      Glibc.log(x)
    #elseif canImport(Darwin)
      Darwin.log(x)
    #endif
  }
}
