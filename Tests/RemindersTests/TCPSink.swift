import Foundation
import Glibc

/// A server on a free port of this machine that serves every connection on a thread of its own.
final class TCPSink: Sendable {
  /// The port.
  let port: Int
  private let listener: Int32

  /// The error for a socket that the machine does not give.
  struct NoSocket: Error {}

  /// Starts the server.
  init(_ serve: @escaping @Sendable (Connection) -> Void) throws {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isReady = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, length) == 0 && listen(listener, 16) == 0
          && getsockname(listener, $0, &length) == 0
      }
    }
    guard isReady else { throw NoSocket() }
    self.listener = listener
    port = Int(UInt16(bigEndian: address.sin_port))
    Thread.detachNewThread {
      while true {
        let descriptor = accept(listener, nil, nil)
        guard descriptor >= 0 else {
          // Closed here and nowhere else: another socket may get the number at once.
          close(listener)
          return
        }
        // A program that another test starts would hold the connection open past its end here.
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        Thread.detachNewThread {
          let connection = Connection(descriptor)
          serve(connection)
          connection.end()
        }
      }
    }
  }

  deinit {
    // Ends the accept, and with it the thread.
    shutdown(listener, Int32(SHUT_RDWR))
  }

  /// One connection, used on one thread.
  final class Connection {
    private let descriptor: Int32
    private var waiting: [UInt8] = []

    init(_ descriptor: Int32) { self.descriptor = descriptor }

    /// The next line without its CRLF; `nil` at the end.
    func readLine() -> String? {
      while !waiting.contains(UInt8(ascii: "\n")) {
        guard fill() else { return nil }
      }
      let line = waiting.prefix { $0 != UInt8(ascii: "\n") }
      waiting.removeFirst(line.count + 1)
      let text = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      return String(decoding: text, as: UTF8.self)
    }

    /// A number of bytes, or what came of them.
    func read(_ count: Int) -> [UInt8] {
      while waiting.count < count, fill() {}
      let bytes = Array(waiting.prefix(count))
      waiting.removeFirst(bytes.count)
      return bytes
    }

    /// Waits until the other side closes.
    func waitForEnd() {
      while fill() {}
    }

    /// Writes a text.
    func write(_ text: String) { write(Array(text.utf8)) }

    /// Writes bytes.
    func write(_ bytes: [UInt8]) {
      _ = send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    /// Closes the connection, also where a program that was started meanwhile holds it too.
    func end() {
      shutdown(descriptor, Int32(SHUT_RDWR))
      close(descriptor)
    }

    private func fill() -> Bool {
      var bytes = [UInt8](repeating: 0, count: 65_536)
      let count = recv(descriptor, &bytes, bytes.count, 0)
      guard count > 0 else { return false }
      waiting += bytes.prefix(count)
      return true
    }
  }
}
