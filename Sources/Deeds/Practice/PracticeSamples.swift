internal import CivilCalendar
internal import ComplianceModel
internal import DurableFiles
internal import SystemPackage
internal import Workspace

/// Files to practise with: a table to take in, one with faults, and a receipt to hand in as evidence.
struct PracticeSamples {
  private let files: [(name: String, bytes: [UInt8])]

  /// Makes the files up.
  init(_ waiting: [PracticeYear.Owed], _ kecamatan: Kecamatan, _ span: PracticeSpan) {
    // Those that lie in the drop folder are left to it, where there are others.
    let villages = waiting.filter { $0.report.level == .village }
    let others = villages.count > 3 ? villages.dropFirst(3) : villages[...]
    let rows = others.prefix(4).map { item in
      "\(item.unit),\(item.code),\(item.period),\(span.last)\n"
    }
    let head = "unit,laporan,periode,tanggal\n"
    let faulty =
      head + "\(kecamatan.villages.first?.name ?? ""),LPPDesa,\(span.year - 1),31-02-\(span.year)\n"
      + "Desa Entah,LPPDesa,\(span.year - 1),\(span.last)\n"
    files = [
      ("rekap.csv", Array((head + rows.joined()).utf8)),
      ("rekap-salah.csv", Array(faulty.utf8)),
      (
        "tanda terima.pdf",
        PracticePaper(name: "tanda terima", lines: ["Tanda terima laporan"]).bytes
      ),
    ]
  }

  /// Writes the files.
  ///
  /// - Throws: `FileFailure`.
  func write(in folder: FilePath) throws(FileFailure) {
    for (name, bytes) in files {
      try FileSystem.live.replaceAtomically(folder.appending(name), with: bytes)
    }
  }
}
