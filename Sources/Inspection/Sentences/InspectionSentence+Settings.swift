internal import CivilCalendar
internal import ComplianceModel
internal import Workspace

/// The office file and the region table.
extension InspectionSentence {
  /// Nobody holds a role in some of the kecamatan that are watched.
  static func noOfficial(
    _ role: String, _ vacant: [Kecamatan], of count: Int
  ) -> Finding {
    let names = vacant.prefix(3).map { "\($0.displayName(of: $0.code)) (\($0.code))" }
    let more = vacant.count > 3 ? ", dan \(vacant.count - 3) lainnya" : ""
    let place =
      count == 1 ? "" : " untuk \(vacant.count) kecamatan: \(names.joined(separator: ", "))\(more)"
    return Finding(
      InspectionProblem.noOfficial, .remark, at: WorkspaceSentence.officePlace,
      "pejabat '\(role)' belum dicatat\(place)",
      fix: "isi bagian pejabat (jabatan, nama, sejak\(count == 1 ? "" : ", unit")) agar surat dan "
        + "pembekuan yang ditandatangani memuat namanya")
  }

  static func officialElsewhere(_ unit: RegionCode, in office: Office) -> Finding {
    Finding(
      InspectionProblem.officialElsewhere,
      at: WorkspaceSentence.place(of: .officialUnit(unit), in: office),
      "pejabat ini untuk unit \(unit), yang bukan kecamatan dalam wilayah.csv",
      fix: "perbaiki kodenya, atau hapus 'unit' bila berlaku bagi semua kecamatan")
  }

  static func unknownWatchedUnit(_ unit: RegionCode, in office: Office) -> Finding {
    Finding(
      InspectionProblem.unknownWatchedUnit,
      at: WorkspaceSentence.place(of: .watchedUnit(unit), in: office),
      "dipantau_sejak menyebut \(unit), yang bukan kecamatan atau desa dalam wilayah.csv",
      fix: "perbaiki kodenya, atau hapus barisnya")
  }

  static func unknownRegion(_ region: RegionCode, in office: Office) -> Finding {
    Finding(
      InspectionProblem.unknownRegion,
      at: WorkspaceSentence.place(of: .region(region), in: office),
      "menurut_wilayah menyebut \(region), tempat tidak satu pun kecamatan dalam wilayah.csv",
      fix: "perbaiki kodenya, atau hapus barisnya")
  }

  static var noKecamatan: Finding {
    Finding(
      InspectionProblem.noKecamatan, at: SourcePlace(file: Workspace.regionFile),
      "tidak ada kecamatan dalam tabel",
      fix: "tambahkan baris kode kecamatannya")
  }

  static func villageWithoutKecamatan(
    _ code: RegionCode, _ name: String, line: Int
  ) -> Finding {
    Finding(
      InspectionProblem.villageWithoutKecamatan,
      at: SourcePlace(file: Workspace.regionFile, line: line, column: 1),
      "desa \(code) \(name) tidak punya baris kecamatan",
      fix: "tambahkan \(code.kecamatan), atau hapus desanya")
  }

  static func namelessRegion(_ code: RegionCode, of kecamatan: Kecamatan, line: Int) -> Finding {
    let kind = code.level == .province ? "provinsi" : "kabupaten atau kota"
    return Finding(
      InspectionProblem.namelessRegion,
      at: SourcePlace(file: Workspace.regionFile, line: line, column: 1),
      "\(kind) \(code) dari \(kecamatan.displayName(of: kecamatan.code)) tidak punya baris, sehingga "
        + "surat dan ekspor tidak dapat menyebut namanya",
      fix: "tambahkan baris \(code) dengan namanya")
  }

  static func unreadColumns(_ headings: [String]) -> Finding {
    Finding(
      InspectionProblem.unreadColumns, .remark,
      at: SourcePlace(file: Workspace.regionFile, line: 1, column: 1),
      "kolom tidak dibaca: \(headings.joined(separator: ", "))",
      fix: "tidak perlu apa-apa; yang dibaca: kode, nama, sejak, sampai, dahulu")
  }

  static func unknownFormerCode(_ code: RegionCode, line: Int) -> Finding {
    Finding(
      InspectionProblem.unknownFormerCode, .remark,
      at: SourcePlace(file: Workspace.regionFile, line: line, column: 1),
      "kode dahulu \(code) tidak punya baris, dan tidak ada baris buku yang menyebutnya",
      fix: "periksa kodenya; bila benar, tambahkan barisnya dengan nama lama dan 'sampai'")
  }
}
