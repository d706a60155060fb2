public import CivilCalendar
public import ComplianceModel

extension DutyStatement {
  /// A desa and its documents.
  public struct Village: Hashable, Sendable {
    /// The kode wilayah.
    public let code: RegionCode
    /// The name.
    public let name: String
    /// The first watched day of the desa, where it has another one than its kecamatan; else `nil`.
    public let watchedSince: CivilDate?
    /// How many of the year's documents are there, 0 through ``required``.
    public let present: Int
    /// How many documents the desa owes in the year: six, less those that are exempt.
    public let required: Int
    /// The obligations, one a period.
    public let documents: [VillageDocument]

    /// Creates a desa.
    public init(
      code: RegionCode, name: String, watchedSince: CivilDate? = nil, present: Int, required: Int,
      documents: [VillageDocument]
    ) {
      self.code = code
      self.name = name
      self.watchedSince = watchedSince
      self.present = present
      self.required = required
      self.documents = documents
    }
  }

  /// A document of a desa, for one period.
  public struct VillageDocument: Hashable, Sendable {
    /// The document's code: `RKPDes`.
    public let code: String
    /// How it stands.
    public let standing: Standing

    /// Creates a document.
    public init(code: String, standing: Standing) {
      self.code = code
      self.standing = standing
    }
  }
}
