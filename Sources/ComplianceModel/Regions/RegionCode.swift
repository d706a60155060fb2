/// A kode wilayah of the Ministry of Home Affairs: `63`, `63.05`, `63.05.12` or `63.05.12.2003`.
///
/// The code is the identity of a unit; its name is a label that an office may correct. Stored as one
/// number, so that a comparison of codes is a comparison of numbers in the order of the dotted text.
///
/// ```swift
/// let desa = RegionCode("63.05.12.2003")
/// desa?.kecamatan  // 63.05.12
/// desa?.isDesa  // true
/// RegionCode("63.5.12")  // nil
/// ```
public struct RegionCode: Hashable, Comparable, Sendable {
  /// What kind of region a code names, by its length.
  public enum Level: UInt8, Comparable, Sendable {
    case province, regency, kecamatan, village

    /// Orders levels from the largest region to the smallest.
    public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
  }

  /// The ten digits of the longest form, missing ones as zeros, times four, plus the level.
  private let packed: UInt64

  /// The code as one number, for tables of codes.
  package var bits: UInt64 { packed }

  private init(number: UInt64, level: Level) { packed = number << 2 | UInt64(level.rawValue) }

  private var number: UInt64 { packed >> 2 }

  /// What kind of region the code names.
  public var level: Level { Level(rawValue: UInt8(packed & 3)) ?? .province }

  /// The code of the province that the region lies in.
  public var province: RegionCode { ancestor(.province) }

  /// The code of the kabupaten or kota; the region's own code for a province.
  public var regency: RegionCode { ancestor(.regency) }

  /// The code of the kecamatan; the region's own code for a larger region.
  public var kecamatan: RegionCode { ancestor(.kecamatan) }

  /// The six digits of the kecamatan, as a number.
  var kecamatanNumber: UInt32 { UInt32(number / RegionCode.place[2]) }

  /// The kecamatan whose six digits make a number.
  init(kecamatanNumber: UInt32) {
    self.init(number: UInt64(kecamatanNumber) * RegionCode.place[2], level: .kecamatan)
  }

  /// The third and the fourth digit: the kabupaten or kota in its province.
  var regencyNumber: Int { Int(number / RegionCode.place[1] % 100) }

  /// The last four digits of a village code; 0 for a larger region.
  private var villageNumber: UInt64 { level == .village ? number % 10_000 : 0 }

  /// Whether the code names a desa: the last part is 2xxx, or 3xxx for a desa adat.
  public var isDesa: Bool { (2000..<4000).contains(villageNumber) }

  /// Whether the code names a kelurahan (1xxx), which owes no desa document.
  public var isKelurahan: Bool { (1000..<2000).contains(villageNumber) }

  /// Whether a region is this one or lies in it.
  public func contains(_ other: RegionCode) -> Bool {
    other.level >= level && other.ancestor(level) == self
  }

  private func ancestor(_ wanted: Level) -> RegionCode {
    guard wanted < level else { return self }
    let unit = RegionCode.place[Int(wanted.rawValue)]
    return RegionCode(number: number / unit * unit, level: wanted)
  }

  /// The place value of the last digit of each level.
  private static let place: [UInt64] = [100_000_000, 1_000_000, 10_000, 1]

  /// Orders codes as their dotted text is ordered: a region before the ones that lie in it.
  public static func < (lhs: Self, rhs: Self) -> Bool { lhs.packed < rhs.packed }
}

extension RegionCode: CustomStringConvertible {
  /// The dotted form: `63.05.12.2003`.
  public var description: String {
    // Two digits, and behind a dot two more for each level, at last four.
    let length = [2, 5, 8, 13][Int(level.rawValue)]
    return String(unsafeUninitializedCapacity: 13) { text in
      var rest = number
      for place in [12, 11, 10, 9, 7, 6, 4, 3, 1, 0] {
        text[place] = UInt8(ascii: "0") + UInt8(rest % 10)
        rest /= 10
      }
      for place in [2, 5, 8] { text[place] = UInt8(ascii: ".") }
      return length
    }
  }
}

extension RegionCode {
  /// Reads a dotted code; `nil` for text of any other form.
  public init?(_ text: some StringProtocol) { self.init(bytes: Array(text.utf8)[...]) }

  /// Reads a dotted code from bytes, without a string; `nil` where they are anything else.
  public init?(bytes: ArraySlice<UInt8>) {
    guard let code = bytes.withUnsafeBufferPointer({ RegionCode(bytes: $0) }) else { return nil }
    self = code
  }

  /// Reads a dotted code from bytes in memory; `nil` where they are anything else.
  public init?(bytes: UnsafeBufferPointer<UInt8>) {
    var number: UInt64 = 0
    var position = 0
    for byte in bytes {
      switch position {
      case 2, 5, 8:
        guard byte == UInt8(ascii: ".") else { return nil }
      case 0..<13:
        guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
        number = number * 10 + UInt64(byte - UInt8(ascii: "0"))
      default: return nil
      }
      position += 1
    }
    switch position {
    case 2: self.init(number: number * 100_000_000, level: .province)
    case 5: self.init(number: number * 1_000_000, level: .regency)
    case 8: self.init(number: number * 10_000, level: .kecamatan)
    case 13: self.init(number: number, level: .village)
    default: return nil
    }
  }
}
