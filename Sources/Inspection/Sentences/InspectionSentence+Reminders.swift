internal import ComplianceModel
internal import Workspace

/// The settings of the reminders.
extension InspectionSentence {
  static func unknownChannel(_ name: String, in office: Office) -> Finding {
    Finding(
      InspectionProblem.unknownChannel, at: WorkspaceSentence.place(of: .channel(name), in: office),
      "kontak menyebut saluran '\(name)', yang tidak ada",
      fix: WorkspaceSentence.mend(
        name, known: office.reminders.channels.map(\.name),
        or: "tambahkan pada pengingat, bagian saluran"))
  }

  static func unknownReminded(_ code: String, in office: Office, known: [String]) -> Finding {
    Finding(
      InspectionProblem.unknownReminded, at: WorkspaceSentence.place(of: .report(code), in: office),
      "pengingat menyebut laporan '\(code)', yang tidak dikenal",
      fix: WorkspaceSentence.mend(code, known: known, or: "perbaiki kodenya di bagian pengingat"))
  }

  static func unknownContact(_ unit: RegionCode, in office: Office) -> Finding {
    Finding(
      InspectionProblem.unknownContact, at: WorkspaceSentence.place(of: .village(unit), in: office),
      "kontak_desa menyebut \(unit), yang bukan desa dalam wilayah.csv", fix: "perbaiki kodenya")
  }

  static func idleEscalation(
    _ escalation: ReminderSettings.Escalation, last: Int, in office: Office
  ) -> Finding {
    Finding(
      InspectionProblem.idleEscalation,
      at: WorkspaceSentence.place(of: .role(escalation.role), in: office),
      "eskalasi \(escalation.role) mulai \(ReminderSettings.text(of: escalation.from)), sesudah "
        + "tahap terakhir (\(ReminderSettings.text(of: last))), sehingga tidak pernah terjadi",
      fix: "tambahkan tahap itu, atau mulai lebih awal")
  }
}
