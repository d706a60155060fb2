public import CivilCalendar
public import ComplianceModel

extension KepatuhanDocument {
  /// Who signed the document, and when.
  public struct Endorsement: Hashable, Sendable {
    /// The role: `camat`.
    public let role: String
    /// The name, with `Plt.` in front where the officer stands in; `nil` where none is recorded, as in
    /// documents of earlier versions of the program.
    public let name: String?
    /// The civil service number (NIP); `nil` where none is recorded.
    public let employeeNumber: String?
    /// The day of signing; `nil` where none is recorded.
    public let date: CivilDate?

    /// The role that signs.
    public static let signatory = "camat"

    /// Creates an endorsement.
    public init(role: String, name: String?, employeeNumber: String?, date: CivilDate?) {
      self.role = role
      self.name = name
      self.employeeNumber = employeeNumber
      self.date = date
    }

    /// The endorsement of an officer.
    ///
    /// - Parameters:
    ///   - official: Who held the role on the day of signing.
    ///   - date: The day of signing.
    public init(_ official: Official, signedOn date: CivilDate) {
      self.init(
        role: official.role, name: official.name, employeeNumber: official.employeeNumber,
        date: date)
    }
  }
}
