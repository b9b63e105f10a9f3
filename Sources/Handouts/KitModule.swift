/// One module of the floors that students may see, as it stands in the handout's manifest.
struct KitModule: Sendable {
  let name: String
  let dependencies: [String]
  var isOptimised = true

  /// The same modules as in our own manifest, floors 0 and 1.
  static let all = [
    KitModule(name: "Tensors", dependencies: []),
    KitModule(name: "NumPyRandom", dependencies: ["Tensors"]),
    KitModule(name: "PlainText", dependencies: []),
    KitModule(name: "Digests", dependencies: []),
    KitModule(name: "Spelling", dependencies: []),
    KitModule(name: "Coursework", dependencies: ["NumPyRandom", "PlainText", "Tensors"]),
    KitModule(name: "NumericChecks", dependencies: ["Tensors"]),
    KitModule(
      name: "Grading", dependencies: ["Coursework", "Digests", "NumericChecks"],
      isOptimised: false),
    KitModule(name: "Worksheets", dependencies: ["PlainText", "Spelling", "Tensors"]),
  ]

  /// Floor 2: what belongs to the one assignment, beside its contract.
  static let assignment = KitModule(
    name: "Assignments", dependencies: ["Coursework", "Grading", "NumericChecks", "Worksheets"],
    isOptimised: false)

  /// Its lines in the manifest.
  ///
  /// The contract lies in `Coursework` itself, which it imports elsewhere: hence no warnings.
  var target: String {
    let flags = (isOptimised ? ["-O"] : []) + ["-suppress-warnings"]
    return """
          .target(
            name: "\(name)", dependencies: \(dependencies),
            path: "\(HandoutPackage.kitFolder)/\(name)", swiftSettings: [.unsafeFlags(\(flags))]),
      """
  }
}
