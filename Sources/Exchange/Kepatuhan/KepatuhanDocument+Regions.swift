public import ComplianceModel

extension KepatuhanDocument {
  /// The kecamatan, with the kabupaten and the province that its code names.
  public struct Regions: Hashable, Sendable {
    /// The code of the kecamatan; the other two are the front of it.
    public let kecamatan: RegionCode
    /// The names; empty where the workspace's table of regions has none.
    public let provinceName, regencyName, kecamatanName: String

    /// Creates the regions of a document.
    ///
    /// - Parameters:
    ///   - kecamatan: A code of the level kecamatan.
    ///   - provinceName: The province's name, or empty.
    ///   - regencyName: The kabupaten's or kota's name, or empty.
    ///   - kecamatanName: The kecamatan's name, or empty.
    public init(
      kecamatan: RegionCode, provinceName: String, regencyName: String, kecamatanName: String
    ) {
      self.kecamatan = kecamatan
      self.provinceName = provinceName
      self.regencyName = regencyName
      self.kecamatanName = kecamatanName
    }

    /// The regions of a kecamatan.
    public init(_ kecamatan: Kecamatan) {
      self.init(
        kecamatan: kecamatan.code, provinceName: kecamatan.province?.name ?? "",
        regencyName: kecamatan.regency?.name ?? "", kecamatanName: kecamatan.unit.name)
    }
  }
}
