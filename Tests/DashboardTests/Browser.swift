import ComplianceModel
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import LedgerStore
import NIOCore
import TestSupport
import Testing
import Workspace

@testable import Dashboard

/// Somebody at a browser, who sends the forms of one server.
struct Browser {
  /// A file that is chosen in a form.
  struct File {
    let field: String
    let name: String
    let bytes: [UInt8]

    init(_ name: String, _ text: String, field: String = "berkas") {
      self.init(name, Array(text.utf8), field: field)
    }

    init(_ name: String, _ bytes: [UInt8], field: String = "berkas") {
      self.field = field
      self.name = name
      self.bytes = bytes
    }
  }

  private let client: any TestClientProtocol
  /// What the forms of this server send back.
  private let token: String

  /// Opens a page with a form.
  init(_ client: any TestClientProtocol) async throws {
    self.client = client
    let page = try await client.execute(
      uri: "/kewajiban/63.05.12/LKPJ/2025/catat", method: .get)
    token = try #require(Browser.value(of: "tanda", in: String(buffer: page.body)))
  }

  /// The value of a hidden field of a page.
  static func value(of field: String, in html: String) -> String? {
    let begin = "name=\"\(field)\" value=\""
    return html.firstRange(of: begin).map { String(html[$0.upperBound...].prefix { $0 != "\"" }) }
  }

  /// Opens a page.
  func get(_ uri: String) async throws -> TestResponse {
    try await client.execute(uri: uri, method: .get)
  }

  /// The text of a page that must be there.
  func html(_ uri: String) async throws -> String {
    let answer = try await get(uri)
    try #require(answer.status == .ok, "\(uri): \(answer.status)")
    return String(buffer: answer.body)
  }

  /// Sends a form.
  func post(
    _ uri: String, _ fields: KeyValuePairs<String, String> = [:], files: [File] = []
  ) async throws -> TestResponse {
    try await post(uri, fields.map { ($0.key, $0.value) }, files: files)
  }

  /// Sends a form.
  func post(
    _ uri: String, _ fields: [(String, String)], files: [File] = []
  ) async throws -> TestResponse {
    let boundary = "----batas-7f3a"
    var body: [UInt8] = []
    func part(_ head: String, _ bytes: [UInt8]) {
      body += Array("--\(boundary)\r\nContent-Disposition: form-data; \(head)\r\n\r\n".utf8)
      body += bytes + Array("\r\n".utf8)
    }
    part("name=\"tanda\"", Array(token.utf8))
    for (field, value) in fields { part("name=\"\(field)\"", Array(value.utf8)) }
    for file in files {
      let name = file.name.replacing("\"", with: "%22")
      part("name=\"\(file.field)\"; filename=\"\(name)\"", file.bytes)
    }
    body += Array("--\(boundary)--\r\n".utf8)
    return try await client.execute(
      uri: uri, method: .post,
      headers: [
        .contentType: "multipart/form-data; boundary=\(boundary)", .origin: "http://localhost",
      ], body: ByteBuffer(bytes: body))
  }

  /// Sends a form whose values are shown to be checked; the address that confirms them.
  func checked(
    _ uri: String, _ fields: KeyValuePairs<String, String>, files: [File] = []
  ) async throws -> String {
    let answer = try await post(uri, fields, files: files)
    let html = String(buffer: answer.body)
    try #require(answer.status == .ok, "\(html)")
    return try #require(Browser.confirmation(in: html))
  }

  /// The address that confirms what a page shows.
  static func confirmation(in html: String) -> String? {
    html.firstMatch(of: #/action="(/isian/[0-9a-f]{64})"/#).map { String($0.1) }
  }

  /// A page without what differs from one run to the next.
  static func stable(_ answer: TestResponse) -> String {
    String(buffer: answer.body)
      .replacing(#/name="tanda" value="[0-9a-f]{64}"/#, with: "name=\"tanda\" value=\"TANDA\"")
      .replacing(#/name="draf" value="[0-9a-f]{64}"/#, with: "name=\"draf\" value=\"DRAF\"")
      .replacing(#/\/isian\/[0-9a-f]{64}/#, with: "/isian/NOMOR")
  }
}

extension Pages {
  /// Opens a server and sits down before it.
  func browse<Value: Sendable>(
    _ body: @escaping @Sendable (Browser) async throws -> Value
  ) async throws -> Value {
    try await application().test(.router) { try await body(Browser($0)) }
  }

  /// The rows of the ledger of 2026.
  func rows() throws -> [LedgerEntry] {
    let desk = try office.desk()
    let file = desk.ledger.files.first { $0.year == 2026 }
    return (file?.events ?? []).compactMap { desk.row($0.row)?.entry }
  }
}
