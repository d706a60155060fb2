import CivilCalendar
import ComplianceModel
import Dashboard
import DurableFiles
import HTTPTypes
import Foundation
import Hummingbird
import HummingbirdTesting
import SystemPackage
import TestSupport
import Testing
import Workspace

/// The pages of a made-up office, asked without a port.
struct Pages: Sendable {
  let office: FoundedWorkspace
  private let today: CivilDate
  /// How far the clock is ahead of the computer's own.
  var clockAhead: Duration = .zero
  /// The file system, as the pages see it.
  var files: FileSystem = .live
  /// The running program, beside which that for workbooks lies.
  var executable = FilePath(ProgramRun.builtProgram)

  /// An office that has recorded this and that by 2 April 2026.
  static func filled() throws -> Pages {
    let office = try FoundedWorkspace()
    try office.append(
      [
        FoundedWorkspace.entry(.submitted, "LPPD", "2025", "2026-02-20"),
        FoundedWorkspace.entry(.submitted, "LKIP", "2025", "2026-03-05", note: "susulan: sakit"),
        FoundedWorkspace.entry(
          .submitted, "LPPDesa", "2025", "2026-03-16", unit: "63.05.12.2001"),
        FoundedWorkspace.entry(
          .returned, "LPPDesa", "2025", "2026-03-17", unit: "63.05.12.2001",
          note: "lampiran <b>kurang</b> & \"salah\""),
        FoundedWorkspace.entry(
          .submitted, "LKPJDes", "2025", "2026-03-17", unit: "63.05.12.2002"),
      ], at: "2026-03-20T09:00:00+08:00")
    return Pages(office, on: try day("2026-04-02"))
  }

  init(_ office: FoundedWorkspace, on today: CivilDate) {
    self.office = office
    self.today = today
  }

  /// The application that serves them.
  func application() throws -> some ApplicationProtocol {
    let (today, clockAhead) = (today, clockAhead)
    let source = OfficeSource(
      office.path, data: office.data, today: today,
      recorders: RecorderNames(variable: nil, login: "budi"), temporaryFolder: office.path,
      executable: executable, files: files
    ) {
      .seconds(Date().timeIntervalSince1970) + clockAhead
    }
    return Application(router: try Dashboard(source).router())
  }

  /// Asks for a page.
  func answer(
    _ uri: String, _ method: HTTPRequest.Method = .get
  ) async throws -> TestResponse {
    try await application().test(.router) { try await $0.execute(uri: uri, method: method) }
  }

  /// The text of a page that must be there.
  func html(_ uri: String) async throws -> String {
    let answer = try await answer(uri)
    try #require(answer.status == .ok, "\(uri): \(answer.status)")
    return String(buffer: answer.body)
  }

  /// Asks for a page that is refused: the status and the text, its apostrophes as they are read.
  func refusal(_ uri: String) async throws -> (status: Int, text: String) {
    let answer = try await answer(uri)
    return (answer.status.code, String(buffer: answer.body).replacing("&#39;", with: "'"))
  }
}
