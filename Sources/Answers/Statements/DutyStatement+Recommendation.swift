public import ComplianceModel

extension DutyStatement {
  /// An ADD recommendation, which the camat issues for a desa once a quarter.
  public struct Recommendation: Hashable, Sendable {
    /// The desa that it is issued for.
    public let village: RegionCode
    /// How it stands.
    public let standing: Standing

    /// Creates a recommendation.
    public init(village: RegionCode, standing: Standing) {
      self.village = village
      self.standing = standing
    }
  }
}
