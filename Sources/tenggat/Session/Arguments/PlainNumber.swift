internal import ArgumentParser
internal import ComplianceModel

/// A whole number on the command line, as it is read in files: `012` and `+1` are none.
struct PlainNumber: ExpressibleByArgument {
  let value: Int

  init(_ value: Int) { self.value = value }

  init?(argument: String) {
    guard let value = Int(plain: argument) else { return nil }
    self.value = value
  }

  var defaultValueDescription: String { "\(value)" }
}
