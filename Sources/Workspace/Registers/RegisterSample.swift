public import CivilCalendar
public import ComplianceModel
internal import DurableFiles
internal import SystemPackage

/// A register of indicators to fill in, from what offices usually sign.
public struct RegisterSample: Sendable {
  /// The kecamatan that it is for.
  public let kecamatan: Kecamatan
  /// Its name, which its file bears too.
  public let name: String
  /// The text.
  public let text: String
  /// How many cards are in it, each of one role.
  public let cardCount: Int
  /// How many indicators are in it.
  public let indicatorCount: Int

  /// Fills in a register for a kecamatan.
  ///
  /// - Parameters:
  ///   - kecamatan: The kecamatan.
  ///   - name: The name of the register; one made of the kecamatan's name where it is `nil`.
  ///   - day: The day of writing, on which also its desa are counted.
  ///   - data: The program's own data.
  /// - Throws: ``WorkspaceFailure`` where the program's own file is missing.
  public init(
    for kecamatan: Kecamatan, named name: String? = nil, on day: CivilDate, data: ProgramData
  ) throws(WorkspaceFailure) {
    let name = name ?? RegisterSample.name(of: kecamatan)
    let villages = kecamatan.villages(on: day).count
    let template = String(
      decoding: try data.read(data.officeTemplates.appending("register-iku.yaml")), as: UTF8.self)
    text = template.replacing("@REGISTER@", with: name)
      .replacing("@JUDUL@", with: RegisterSample.quoted(kecamatan.displayName(of: kecamatan.code)))
      .replacing("@WILAYAH@", with: kecamatan.code.description)
      .replacing("@TANGGAL@", with: day.description)
      .replacing("@TAHUN@", with: "\(day.year)")
      .replacing("@DESA@", with: "\(villages)")
      .replacing("@DOKUMEN@", with: "\(6 * villages)")
      .replacing("@REKOMENDASI@", with: "\(4 * villages)")
    let lines = text.split(separator: "\n")
    cardCount = lines.count { $0.hasPrefix("  - { jabatan: ") }
    indicatorCount = lines.count { $0.hasPrefix("  - kode: ") }
    self.kecamatan = kecamatan
    self.name = name
  }

  /// Whether a word can be the name of a register, and of its file.
  public static func isName(_ word: String) -> Bool {
    guard let first = word.utf8.first, isLetterOrDigit(first) else { return false }
    return word.utf8.allSatisfy { isLetterOrDigit($0) || "._-".utf8.contains($0) }
  }

  /// `iku-candi-laras-selatan`: no shipped register is called so.
  private static func name(of kecamatan: Kecamatan) -> String {
    let words = kecamatan.unit.name.lowercased().split { character in
      !character.utf8.allSatisfy(isLetterOrDigit)
    }
    return "iku-" + (words.isEmpty ? kecamatan.code.description : words.joined(separator: "-"))
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  /// A name between the quotes of the template, in which a quote is doubled.
  private static func quoted(_ name: String) -> String { name.replacing("'", with: "''") }
}

extension Workspace {
  /// The place of the list of registers in the office's settings; `nil` where there is none.
  public var registerListPlace: SourcePlace? { office.places[.registers] }

  /// Where the office's own file of a register is looked for, in the workspace.
  ///
  /// - Parameter name: The name of the register.
  /// - Returns: `kalender/iku/NAME.yaml`, or the file of that name that is there.
  /// - Throws: ``WorkspaceFailure`` where the folder cannot be read.
  public func placeOfRegister(_ name: String) throws(WorkspaceFailure) -> String {
    try registerFile(name)
  }
}
