import ComplianceModel
import Foundation
import TestSupport
import Testing

struct RegionCodeTests {
  @Test(arguments: [
    ("63", RegionCode.Level.province), ("63.05", .regency), ("63.05.12", .kecamatan),
    ("63.05.12.2003", .village), ("00", .province), ("99.99.99.9999", .village),
  ]) func `the length of a code tells its level`(text: String, level: RegionCode.Level) throws {
    let code = try region(text)
    #expect(code.level == level)
    #expect(code.description == text)
    #expect(RegionCode(bytes: Array(text.utf8)[...]) == code)
  }

  @Test(arguments: [
    "", "6", "63.", "63.5", "63.05.", "63.05.1", "63.05.12.", "63.05.12.200", "63.05.12.20033",
    "63.05.12.2003.", "6305122003", "63-05-12", "63.05.12.2O03", " 63", "63 ", ".63", "63..05",
    "６３", "6A", "-6.05",
  ]) func `text of any other form is no code`(text: String) {
    #expect(RegionCode(text) == nil)
  }

  @Test func `a village knows the regions that it lies in`() throws {
    let village = try region("63.05.12.2003")
    #expect(village.kecamatan == (try region("63.05.12")))
    #expect(village.regency == (try region("63.05")))
    #expect(village.province == (try region("63")))
  }

  @Test func `a larger region is its own ancestor`() throws {
    let regency = try region("63.05")
    #expect(regency.kecamatan == regency)
    #expect(regency.regency == regency)
    #expect(regency.province == (try region("63")))
    #expect(try region("63").kecamatan == region("63"))
  }

  @Test func `a region contains itself and what lies in it, nothing else`() throws {
    let nested = try ["63", "63.05", "63.05.12", "63.05.12.2003"].map { try region($0) }
    for (outer, larger) in nested.enumerated() {
      for (inner, smaller) in nested.enumerated() {
        #expect(larger.contains(smaller) == (outer <= inner), "\(larger) \(smaller)")
      }
    }
    #expect(try !region("63.05").contains(region("63.06.12")))
    #expect(try !region("63.05.12").contains(region("63.05.13.2003")))
    #expect(try !region("63.05.12").contains(region("63.06.12.2003")))
    #expect(try !region("63.05.12.2003").contains(region("63.05.12.2004")))
    #expect(try !region("63").contains(region("64")))
    #expect(try !region("63.00").contains(region("63")))
  }

  @Test(arguments: [
    ("63.05.12.0999", false, false), ("63.05.12.1000", false, true),
    ("63.05.12.1999", false, true), ("63.05.12.2000", true, false),
    ("63.05.12.2999", true, false), ("63.05.12.3000", true, false),
    ("63.05.12.3999", true, false), ("63.05.12.4000", false, false),
    ("63.05.12", false, false), ("63.05", false, false), ("63", false, false),
  ]) func `the last part tells desa and desa adat from kelurahan`(
    text: String, isDesa: Bool, isKelurahan: Bool
  ) throws {
    let code = try region(text)
    #expect(code.isDesa == isDesa)
    #expect(code.isKelurahan == isKelurahan)
  }

  @Test func `codes are ordered and told apart as their dotted text is`() throws {
    var random = SplitMix64(seed: 72_2019)
    // Few different digits, so that codes share their beginnings.
    func digits(_ count: Int) -> String {
      String((0..<count).map { _ in ["0", "1", "9"].randomElement(using: &random) ?? "0" })
    }
    let texts = (0..<600).map { _ in
      [2, 2, 2, 4].prefix(.random(in: 1...4, using: &random)).map(digits).joined(separator: ".")
    }
    let codes = try texts.map { try region($0) }
    for (text, code) in zip(texts, codes) {
      for (otherText, other) in zip(texts, codes) {
        let agrees = (code < other) == (text < otherText) && (code == other) == (text == otherText)
        if !agrees { Issue.record("\(text) \(otherText)") }
      }
    }
    #expect(codes.sorted().map(\.description) == texts.sorted())
  }

  @Test(.enabled(if: regionTable != nil, "TENGGAT_WILAYAH names no table of kode,nama"))
  func `every code of a national table is read back as it prints`() throws {
    let table = try #require(regionTable)
    let lines = String(decoding: try Data(contentsOf: table), as: UTF8.self)
      .split(whereSeparator: \.isNewline)
    var wrong: [Substring] = []
    var count = 0
    for line in lines where line.first?.isNumber == true {
      let text = line.prefix { $0 != "," }
      count += 1
      if RegionCode(text)?.description != String(text) { wrong.append(text) }
    }
    #expect(count > 0)
    #expect(wrong.isEmpty, "first of \(wrong.count): \(wrong.first ?? "")")
  }
}

/// A table of kode,nama that the developer has; it is too large to keep here.
private let regionTable = ProcessInfo.processInfo.environment["TENGGAT_WILAYAH"]
  .map { URL(fileURLWithPath: $0) }
  .flatMap { FileManager.default.isReadableFile(atPath: $0.path) ? $0 : nil }
