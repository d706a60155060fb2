internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Workspace

/// Submissions whose predecessor was not in on their day: never recorded, void since, returned, or
/// dated later.
struct GatesCheck: Check {
  let name = "gerbang"
  let summary = "rekomendasi yang terbit sebelum pendahulunya ada"

  func findings(in site: Site) throws(WorkspaceFailure) -> [Finding] {
    let today = site.today
    return try site.eachObligation { desk, _, rows in
      let judge = desk.judge(asOf: today)
      return rows.filter { $0.kind == .submitted }.compactMap { row in
        guard let id = row.obligation, let shut = judge.shutGate(of: id, on: row.date) else {
          return nil
        }
        let codes = desk.calendar.codes
        let finding = InspectionSentence.beforeGate(
          "\(codes[id.report]) \(id.period)", on: row.date, "\(codes[shut.report]) \(shut.period)",
          GatesCheck.reason(judge, shut, on: row.date), at: desk.place(of: row.row))
        return (row.row, finding)
      }
    }
  }

  private static func reason(_ judge: Judge, _ id: Obligation.ID, on date: CivilDate) -> String {
    if let returned = judge.standing(of: id, on: date).openReturn {
      return "dikembalikan \(returned.date.indonesian)"
    }
    if let later = judge.standing(of: id).submissions.first {
      return "baru bertanggal \(later.date.indonesian)"
    }
    return "tidak tercatat"
  }
}
