internal import CivilCalendar
internal import ComplianceModel
internal import LedgerStore
internal import Workspace

/// Rows whose clock was in another zone than the office; a clock that went back is reported with
/// the ledger.
struct ClockCheck: Check {
  let name = "jam"
  let summary = "jam pencatatan dalam zona kantor"

  func findings(in site: Site) throws(WorkspaceFailure) -> [Finding] {
    try site.eachDesk { desk in
      let offset = desk.workspace.office.zone(of: desk.kecamatan.code).secondsFromUTC
      return desk.ledger.files.flatMap { file in
        file.events.compactMap { event in
          guard let reading = file.row(event.row.number)?.recordedAt,
            reading.secondsFromUTC != offset
          else { return nil }
          return InspectionSentence.otherZone(at: desk.place(of: event.row))
        }
      }
    }
  }
}
