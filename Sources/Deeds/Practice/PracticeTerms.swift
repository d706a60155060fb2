internal import CivilCalendar
internal import ComplianceModel
internal import Workspace

/// The kepala desa of a made-up kecamatan, and the plans of their terms that are still in force: what an office brings
/// in when it begins.
struct PracticeTerms {
  /// What is recorded on the day on which the office begins.
  let acts: [PracticeAct]
  /// What comes about in the course of the year.
  let later: [PracticeAct]

  /// Makes up the terms: most began four years ago, some six; the last desa has no kepala desa, and in one before it a
  /// new one took office a while ago.
  init(_ kecamatan: Kecamatan, _ span: PracticeSpan) {
    let (begins, recorder) = (span.begins, FoundPractice.recorder)
    var acts: [PracticeAct] = []
    let villages = kecamatan.villages.map { "\($0.code)" }
    func event(_ code: String, _ date: CivilDate, _ village: String) -> PracticeAct.Work {
      .event(RecordEvent(code, on: date, units: .these([village]), recorder: recorder))
    }
    for village in villages.dropLast() {
      let isOlder = village == villages.dropLast().last
      let year = span.year - (isOlder ? 6 : 4)
      let office = Month.december.lastDay(of: year).adding(days: -16)
      acts.append(PracticeAct(begins, event("pelantikan-kades", office, village)))
      let enacted = office.adding(days: 82)
      acts.append(
        PracticeAct(
          begins,
          .submit(
            Submit(
              report: "RPJMDes", period: Period(.year, year: year), units: .these([village]),
              date: enacted, received: enacted.adding(days: 4),
              reason: "data awal saat Tenggat mulai dipakai (latihan)", recorder: recorder), nil)))
    }
    if let last = villages.last {
      acts.append(
        PracticeAct(
          begins, event("penunjukan-pj-kades", begins.adding(days: -60), last)))
    }
    let office = span.last.adding(days: -42).workday
    later = villages.dropLast().suffix(1).map { village in
      PracticeAct(office, event("pelantikan-kades", office, village))
    }
    self.acts = acts
  }
}
