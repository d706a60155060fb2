import Synchronization

/// A web server that keeps what it is sent and answers as it is told.
final class HTTPSink: Sendable {
  /// What came in.
  struct Request {
    let line: String
    /// The header; the names in lower case.
    let header: [String: String]
    let body: [UInt8]
    var text: String { String(decoding: body, as: UTF8.self) }
  }

  /// What the server does with a request.
  enum Manner: Sendable {
    /// It answers with a status line's end, lines of header and a body; without one a success says that
    /// it is one.
    case answers(String, [String] = [], body: String? = nil)
    /// It answers with a status line's end, and closes in the middle of its body.
    case breaksOffInBody(String)
    /// It reads everything and says nothing.
    case isSilent
    /// It reads everything and closes.
    case breaksOff
    /// It closes in the middle of its answer's head.
    case breaksOffInHead
  }

  private final class Record: Sendable {
    let requests = Mutex<[Request]>([])
  }

  private let record: Record
  private let server: TCPSink

  /// Starts the server.
  init(_ manner: Manner) throws {
    let record = Record()
    self.record = record
    server = try TCPSink { connection in
      guard let request = HTTPSink.read(connection) else { return }
      record.requests.withLock { $0.append(request) }
      switch manner {
      case .answers(let status, let header, let body):
        let isBare = !status.hasPrefix("2") || status.hasPrefix("204")
        let body = body ?? (isBare ? "" : #"{"ok":true}"#)
        let length = status.hasPrefix("204") ? [] : ["Content-Length: \(body.utf8.count)"]
        let lines = ["HTTP/1.1 \(status)"] + length + header
        connection.write(lines.map { $0 + "\r\n" }.joined() + "\r\n" + body)
        connection.waitForEnd()
      case .breaksOffInBody(let status):
        connection.write("HTTP/1.1 \(status)\r\nContent-Length: 100\r\n\r\n{\"ok\":tr")
      case .isSilent: connection.waitForEnd()
      case .breaksOff: break
      case .breaksOffInHead: connection.write("HTTP/1.1 200 O")
      }
    }
  }

  /// Where it is.
  func url(_ path: String) -> String { "http://127.0.0.1:\(server.port)\(path)" }

  /// What came in so far.
  var requests: [Request] { record.requests.withLock { $0 } }

  private static func read(_ connection: TCPSink.Connection) -> Request? {
    guard let line = connection.readLine() else { return nil }
    var header: [String: String] = [:]
    while let field = connection.readLine(), !field.isEmpty {
      guard let colon = field.firstIndex(of: ":") else { return nil }
      header[field[..<colon].lowercased()] = String(field[colon...].dropFirst(2))
    }
    let length = header["content-length"].flatMap { Int($0) } ?? 0
    return Request(line: line, header: header, body: connection.read(length))
  }
}
