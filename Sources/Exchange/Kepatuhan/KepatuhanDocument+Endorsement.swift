public import CivilCalendar

extension KepatuhanDocument {
  /// Who signs the document.
  public struct Endorsement: Hashable, Sendable {
    /// The role: `camat`.
    public let role: String
    /// The name, with `Plt.` in front where the officer stands in; `nil` where none is recorded.
    public let name: String?
    /// The civil service number (NIP); `nil` where none is recorded.
    public let employeeNumber: String?
    /// The day of signing; `nil` before it.
    public let date: CivilDate?

    /// Creates an endorsement.
    public init(role: String, name: String?, employeeNumber: String?, date: CivilDate?) {
      self.role = role
      self.name = name
      self.employeeNumber = employeeNumber
      self.date = date
    }
  }
}
