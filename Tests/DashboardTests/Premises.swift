import CivilCalendar
import ComplianceModel
import Deeds
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Synchronization
import SystemPackage
import TestSupport
import Testing
import Workspace

@testable import Dashboard

/// A made-up office with users, whose pages are asked as a browser asks, on a clock of its own.
final class Premises: Sendable {
  let office: FoundedWorkspace
  /// How far the clock is ahead.
  let ahead = Mutex(Duration.zero)
  /// What forms send back while there are no users.
  let ownToken = Mutex("")
  let forms: [any PostedForm.Type]
  let site: Site

  static let password = "kuda lari pagi sore"
  static let villages = ["63.05.12.2001", "63.05.12.2002"]

  /// A user of each role, with the account of its name; `kasi` has the desa, and the operator the first of them.
  static func withUsers(
    _ roles: [UserRole] = UserRole.allCases, at site: Site = .ownComputer,
    forms: [any PostedForm.Type] = []
  ) throws -> Premises {
    let premises = try Premises(try Pages.filled().office, at: site, forms: forms)
    for role in roles { try premises.add(role) }
    return premises
  }

  init(
    _ office: FoundedWorkspace, at site: Site = .ownComputer,
    forms: [any PostedForm.Type] = []
  ) throws {
    self.office = office
    self.site = site
    self.forms = forms
  }

  func add(
    _ role: UserRole, village: String = villages[0], account: String? = nil,
    jabatan: String = "kasi-pemerintahan"
  ) throws {
    try AddUser(
      account ?? role.rawValue, name: "Nama \(account ?? role.rawValue)", role: role.rawValue,
      jabatan: role == .section ? jabatan : nil,
      villages: role == .villageOperator ? [village] : []
    ).add(in: office.open(), password: Premises.password)
  }

  /// Hands in a document with a PDF, as row 6.
  func handIn(_ report: String, _ period: String, of unit: String) throws {
    let file = try office.folder.write("%PDF-1.7 isi", to: "ekspor/bukti.pdf")
    _ = try Submit(
      report: report, period: Period(period), units: [unit], date: day("2026-04-01"),
      evidence: [FilePath(file)], recorder: "budi"
    ).record(in: office.open(), at: #require(ClockReading("2026-04-02T09:00:00+08:00")))
  }

  /// Issues a letter, as row 7 where a document was handed in before.
  func issueLetter(to unit: String) throws {
    _ = try IssueLetters(
      [.init(to: region(unit), LetterNote(number: "1", step: 1, stepName: nil))],
      on: day("2026-04-02"), recorder: "budi"
    ).record(in: office.open(), at: #require(ClockReading("2026-04-02T10:00:00+08:00")))
  }

  func pass(_ time: Duration) { ahead.withLock { $0 += time } }

  /// Has someone visit the pages.
  func visit<Value: Sendable>(
    _ body: @escaping @Sendable (any TestClientProtocol) async throws -> Value
  ) async throws -> Value {
    let source = OfficeSource(
      office.path, data: office.data, today: try day("2026-04-02"),
      recorders: RecorderNames(variable: nil, login: "budi"), temporaryFolder: spool,
      executable: FilePath(ProgramRun.builtProgram)
    ) { [self] in ahead.withLock { $0 } + .seconds(1_775_100_000) }
    let dashboard = try Dashboard(source, at: site, forms: forms)
    ownToken.withLock { $0 = dashboard.gate.ownToken.text }
    return try await Application(router: dashboard.router()).test(.router, body)
  }

  /// Where files are put that are being received.
  var spool: FilePath { office.path.appending("ekspor") }
}

/// A browser: it keeps a cookie, and says where a form is from.
struct Guest {
  let client: any TestClientProtocol
  var cookie: String?
  static let origin = "http://localhost"

  init(_ client: any TestClientProtocol) { self.client = client }

  func get(_ uri: String) async throws -> TestResponse {
    try await client.execute(uri: uri, method: .get, headers: headers())
  }

  func post(
    _ uri: String, _ pairs: [(String, String)], from origin: String? = origin,
    also other: [(String, String)] = []
  ) async throws -> TestResponse {
    var headers = headers(origin)
    headers[.contentType] = "application/x-www-form-urlencoded"
    for (name, value) in other { headers[try #require(HTTPField.Name(name))] = value }
    return try await client.execute(
      uri: uri, method: .post, headers: headers, body: ByteBuffer(string: Guest.encoded(pairs)))
  }

  /// Logs in, and keeps the cookie.
  mutating func logIn(
    _ account: String, _ password: String = Premises.password, to target: String? = nil
  ) async throws -> TestResponse {
    let answer = try await post(
      "/akun/masuk", [("akun", account), ("sandi", password)] + (target.map { [("ke", $0)] } ?? []))
    take(answer)
    return answer
  }

  mutating func take(_ answer: TestResponse) {
    guard let set = answer.headers[.setCookie] else { return }
    cookie = set.split(separator: ";").first.map(String.init)
  }

  func headers(_ origin: String? = nil) -> HTTPFields {
    var headers = HTTPFields()
    if let cookie { headers[.cookie] = cookie }
    if let origin { headers[.origin] = origin }
    return headers
  }

  /// What a page would have its forms send back.
  func token() async throws -> String {
    let html = String(buffer: try await get("/").body)
    return try #require(
      html.firstMatch(of: #/name="tanda" value="([0-9a-f]{64})"/#).map { String($0.1) })
  }

  static func encoded(_ pairs: [(String, String)]) -> String {
    pairs.map { pair in
      [pair.0, pair.1].map {
        $0.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
      }.joined(separator: "=")
    }.joined(separator: "&")
  }
}
