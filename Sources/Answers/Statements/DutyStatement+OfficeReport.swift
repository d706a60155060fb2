extension DutyStatement {
  /// A report of the kecamatan office.
  public struct OfficeReport: Hashable, Sendable {
    /// The report's code: `LPPD`.
    public let code: String
    /// Its full name.
    public let name: String
    /// How it stands.
    public let standing: Standing

    /// Creates a report.
    public init(code: String, name: String, standing: Standing) {
      self.code = code
      self.name = name
      self.standing = standing
    }
  }
}
