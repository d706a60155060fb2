/// A region with the name that the office gives it.
public struct Unit: Hashable, Sendable {
  /// The identity.
  public let code: RegionCode
  /// The label, as in the office's `wilayah.csv`.
  public let name: String

  /// Creates a unit.
  public init(code: RegionCode, name: String) {
    self.code = code
    self.name = name
  }
}

/// A kecamatan with the regions around it and the villages in it.
public struct Kecamatan: Hashable, Sendable {
  /// The province, where the region table names it.
  public let province: Unit?
  /// The kabupaten or kota, where the region table names it.
  public let regency: Unit?
  /// The kecamatan itself.
  public let unit: Unit
  /// Its desa, by code; kelurahan are not among them.
  public let villages: [Unit]
  /// Its kelurahan, by code, which owe no desa document.
  public let wards: [Unit]
  /// What a desa, a kecamatan and their heads are called here.
  public private(set) var words = LocalWords.national

  /// The code of the kecamatan.
  public var code: RegionCode { unit.code }

  /// Creates a kecamatan.
  ///
  /// - Parameters:
  ///   - province: The province, where it is known.
  ///   - regency: The kabupaten or kota, where it is known.
  ///   - unit: The kecamatan itself.
  ///   - members: The desa and kelurahan that lie in it, in any order.
  public init(province: Unit?, regency: Unit?, unit: Unit, members: [Unit]) {
    self.province = province
    self.regency = regency
    self.unit = unit
    let sorted = members.sorted { $0.code < $1.code }
    villages = sorted.filter(\.code.isDesa)
    wards = sorted.filter(\.code.isKelurahan)
  }

  /// The name of the kecamatan or of a village in it; `nil` for any other region.
  public func name(of code: RegionCode) -> String? {
    if code == unit.code { return unit.name }
    return (villages.first { $0.code == code } ?? wards.first { $0.code == code })?.name
  }
}

extension Kecamatan {
  /// A unit as it is printed, with the words of the region: `Kecamatan Hatungun`, `Desa Tarungin`,
  /// `Nagari Lubuk Alung`.
  public func displayName(of code: RegionCode) -> String {
    guard let name = name(of: code) else { return code.description }
    if code.isKelurahan { return "Kelurahan \(name)" }
    return words.named(code.isDesa ? .village : .kecamatan, name)
  }

  /// The kecamatan with the words of its region.
  public func called(_ words: LocalWords) -> Kecamatan {
    var kecamatan = self
    kecamatan.words = words
    return kecamatan
  }
}
