internal import Answers
internal import ComplianceModel
internal import LedgerStore
internal import Wording
internal import Workspace

/// The evidence of one row, shown where a browser can show it safely.
struct EvidencePage: Page {
  static let path = "/kewajiban/{unit}/{laporan}/{periode}/bukti/{baris}"
  static let name: String? = nil
  static let template = "bukti"
  static let help: GuidePlace? = GuidePlace("Halaman", "Mencatat dari halaman")
  static let readers = Audience.everyone
  static let keys: Set<String> = []
  static let framesOwnFiles = true

  /// A file.
  struct File: Sendable {
    let name: String
    let size: String
    let sha256: String
    let link: String
    let download: String
    let isPDF: Bool
    let isPicture: Bool
    /// Why it is not shown; `nil` where it is, or can be saved.
    let fault: String?
  }

  let title: String
  let about: String
  let back: String
  let files: [File]
  /// Why the files cannot be told; `nil` where they can.
  let fault: String?

  init(_ visit: Visit) throws {
    let row = try EvidenceRow(visit)
    title = "Bukti baris \(row.line.event.row.text)"
    about = "\(Words.noun(row.line.event.kind).capitalizedFirst) \(row.subject)"
    back = row.obligation
    let store = visit.workspace.ledgers
    let place =
      "\(row.obligation.prefix { $0 != "?" })/bukti/\(EvidenceRow.word(row.line.event.row))"
    files = row.evidence.files.enumerated().map { number, file in
      let proved = Result { () throws(EvidenceRefusal) in
        try store.provedEvidence(file.reference, atMost: FormBody.longestFiles)
      }
      let type = (try? proved.get())?.content.shownType
      let link = "\(place)/\(number + 1)"
      var fault: String?
      if case .failure(let refusal) = proved { fault = refusal.sentence }
      return File(
        name: file.name, size: (try? proved.get()).map { Words.size(Int64($0.bytes.count)) } ?? "",
        sha256: file.reference.sha256, link: link, download: "\(link)?unduh=ya",
        isPDF: type == "application/pdf", isPicture: type?.hasPrefix("image/") ?? false,
        fault: fault)
    }
    fault = row.evidence.refusal?.sentence
  }
}

extension EvidenceRefusal {
  /// Why a file is not shown.
  var sentence: String {
    switch self {
    case .tooLarge(let bytes):
      "terlalu besar untuk peramban (\(Words.size(bytes))); buka dari folder dokumen di ruang kerja"
    case .unsound(.missing):
      "tidak ada di ruang kerja; kembalikan dari cadangan"
    case .unsound(.changed):
      "isinya bukan lagi yang dicatat baris ini, sehingga tidak dibuka; kembalikan dari cadangan"
    case .unsound(.notRegular):
      "bukan berkas biasa di folder dokumen, sehingga tidak dibuka; jalankan 'tenggat periksa'"
    case .unsound: "tidak dapat dibaca; jalankan 'tenggat periksa'"
    }
  }
}

extension Trouble {
  /// A file that is not shown.
  init(_ refusal: EvidenceRefusal, named name: String) {
    self.init(evidence: "\(name) \(refusal.sentence)")
  }
}
