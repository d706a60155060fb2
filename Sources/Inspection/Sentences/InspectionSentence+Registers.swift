internal import CivilCalendar
internal import ComplianceModel
internal import Workspace

/// The registers of indicators.
extension InspectionSentence {
  static var noRegister: Finding {
    Finding(
      InspectionProblem.noRegister, .remark, at: WorkspaceSentence.officePlace,
      "belum ada register IKU",
      fix:
        "tulis 'iku: [NAMA]'; register sendiri disusun dengan \(do: .sampleRegister)")
  }

  static func noRegister(of kecamatan: Kecamatan) -> Finding {
    Finding(
      InspectionProblem.noRegisterOfKecamatan, .remark, at: WorkspaceSentence.officePlace,
      "tidak ada register IKU dalam 'iku' untuk \(kecamatan.displayName(of: kecamatan.code))",
      fix: "tambahkan register kecamatan itu, atau susun \(Workspace.registerFolder)/NAMA.yaml")
  }

  static func noRegisterInForce(of kecamatan: Kecamatan, endedOn end: CivilDate?) -> Finding {
    Finding(
      InspectionProblem.noRegisterInForce, .remark, at: WorkspaceSentence.officePlace,
      "tidak ada register IKU yang berlaku sekarang untuk "
        + kecamatan.displayName(of: kecamatan.code)
        + (end.map { " (yang terakhir berlaku sampai \($0.indonesian))" } ?? ""),
      fix: nextRegister)
  }

  static func registerEnds(_ name: String, _ last: CivilDate, in office: Office) -> Finding {
    Finding(
      InspectionProblem.registerEnds, .remark,
      at: WorkspaceSentence.place(of: .register(name), in: office),
      "register IKU '\(name)' berlaku sampai \(last.indonesian), dan sesudah itu tidak ada "
        + "register yang berlaku", fix: nextRegister)
  }

  private static let nextRegister: Remedy =
    "susun register berikutnya dalam \(Workspace.registerFolder)/NAMA.yaml dan tambahkan namanya "
    + "pada 'iku'"

  static func sharedCode(
    _ label: String, _ first: String, _ second: String, inFile file: String
  ) -> Finding {
    Finding(
      InspectionProblem.sharedCode, .remark, at: SourcePlace(file: file),
      "kode \(label) dipakai \(first) dan \(second) yang berlaku bersamaan, sehingga satu pengukuran "
        + "dipakai keduanya",
      fix: "beri kode lain, atau tulis 'menggantikan'")
  }

  static func unknownUnit(_ unit: RegionCode, of indicator: Indicator) -> Finding {
    Finding(
      InspectionProblem.unknownIndicatorUnit, .remark, at: place(of: "hitung", in: indicator),
      "unit \(unit) dalam rumus \(indicator.label) tidak ada dalam wilayah.csv, sehingga tidak "
        + "menghitung apa pun", fix: "perbaiki kodenya, atau hapus dari 'unit'")
  }

  static func targetOfZero(_ indicator: Indicator, year: Int) -> Finding {
    Finding(
      InspectionProblem.targetOfZero, .remark, at: place(of: "target", in: indicator),
      "target \(year) dari \(indicator.label) adalah 0, sehingga capaiannya tidak dapat dihitung",
      fix: "perbaiki targetnya; bila memang 0, capaiannya tetap kosong")
  }

  /// Where a key of an indicator was given last: in the office's own file, else where it is registered.
  private static func place(of key: String, in indicator: Indicator) -> SourcePlace {
    indicator.changes.last { $0.keys.contains(key) }?.place ?? indicator.place
  }

  static func unusedRegister(_ file: String) -> Finding {
    Finding(
      InspectionProblem.unusedRegister, .remark,
      at: SourcePlace(file: "\(Workspace.registerFolder)/\(file)"),
      "register ini tidak dipakai kantor.yaml", fix: "tambahkan namanya pada 'iku', atau pindahkan")
  }

  static func shadowedRegister(_ file: String, by other: String) -> Finding {
    Finding(
      InspectionProblem.shadowedRegister, .remark,
      at: SourcePlace(file: "\(Workspace.registerFolder)/\(file)"),
      "berkas ini tidak dibaca, karena \(other) juga ada",
      fix: "satukan isinya, lalu hapus salah satunya")
  }

  static func strayRegister(_ file: String) -> Finding {
    Finding(
      InspectionProblem.shadowedRegister,
      at: SourcePlace(file: "\(Workspace.registerFolder)/\(file)"),
      "tidak dibaca: yang dibaca di \(Workspace.registerFolder)/ hanya NAMA.yaml",
      fix: "perbaiki akhiran namanya menjadi .yaml, atau pindahkan")
  }

  static func noTargets(
    _ labels: [String], of count: Int, year: Int, inFile file: String
  ) -> Finding {
    Finding(
      InspectionProblem.noTargets, .remark, at: SourcePlace(file: file),
      "\(labels.count) dari \(count) indikator belum punya target \(year) "
        + "(\(labels.joined(separator: ", ")))",
      fix: "tulis targetnya di berkas itu menurut kodenya; tanpa target tidak ada capaian")
  }
}
