/// What a submission is compiled against: floor 0 with one contract inside the module `Coursework`.
///
/// It holds nothing else, so `import Reference` in a submission fails with "no such module".
package struct Kit: Sendable, Hashable {
  /// The contract's protocol, such as `AffineReLU`.
  package let contract: String
  /// Digest of the sources, the flags and the toolchain that it was made from.
  package let digest: String
  /// Folders with the modules that a submission may import.
  let modules: [String]
  /// Object files that a worker links.
  let objects: [String]
}

extension Kit {
  /// Whether a kit holds the throwing defaults of the contract's methods.
  package enum Defaults: String, Sendable {
    /// Missing methods throw `NotImplemented`: for grading.
    case present
    /// Missing methods are compile errors: to name the right signatures.
    case absent
  }
}
