internal import ComplianceModel

extension Ratio {
  /// Hundredths as they are read: `82,50`.
  static func hundredthsText(_ hundredths: Int) -> String {
    Ratio(hundredths, of: 100).decimal(separator: ",") ?? ""
  }
}
