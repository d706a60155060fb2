internal import ComplianceModel
internal import Exchange
internal import Workspace

/// Layouts of receivers.
extension InspectionSentence {
  static func layout(_ fault: FaultyLayout.Fault, over sample: String?) -> Finding {
    let problem: InspectionProblem =
      switch fault.part {
      case .layout: .faultyLayout
      case .schema: .faultyReceiverSchema
      case .result: .faultyResult
      }
    let what = sample.map { "\(fault.what) (dari contoh \($0))" } ?? fault.what
    return Finding(problem, at: fault.place, what, fix: fault.remedy)
  }

  static func noLayoutProgram(_ failure: LayoutProgram.Failure) -> Finding {
    func because(_ complaint: String) -> String { complaint.isEmpty ? "" : " (\(complaint))" }
    let installed = "pasang di samping tenggat, dengan pustaka libxslt (Debian: libxslt1.1)"
    let (why, fix): (String, String) =
      switch failure {
      case .missing: ("tidak ada", installed)
      case .unusable(let complaint): ("tidak dapat dijalankan" + because(complaint), installed)
      case .refused(let complaint):
        ("gagal dijalankan" + because(complaint), "ulangi; bila tetap gagal, laporkan")
      }
    return Finding(
      InspectionProblem.noLayoutProgram, .remark, at: SourcePlace(file: LayoutProgram.name),
      "program ini \(why), sehingga profil ekspor tidak diperiksa dan tidak dapat dipakai",
      fix: Remedy(fix))
  }

  static func profileInFront(_ name: String) -> Finding {
    Finding(
      InspectionProblem.profileInFront, .remark,
      at: SourcePlace(file: "\(Workspace.profileFolder)/\(name)"),
      "profil ini dipakai sebagai ganti profil bawaan yang namanya sama",
      fix: "tidak perlu apa-apa bila memang demikian; bila tidak, beri nama lain")
  }

  static func strayProfile(_ name: String) -> Finding {
    Finding(
      InspectionProblem.strayProfile, .remark,
      at: SourcePlace(file: "\(Workspace.profileFolder)/\(name)"),
      "berkas ini tidak dibaca: sebuah profil adalah folder dengan profil.yaml dan layout.xsl",
      fix: "pindahkan ke folder profilnya, atau hapus")
  }
}
