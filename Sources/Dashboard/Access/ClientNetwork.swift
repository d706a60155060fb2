internal import Glibc

/// The network from which somebody asks, as one that tries passwords is told from others.
enum ClientNetwork {
  /// The address itself, or of an IPv6 address the first 64 bits: whoever has one has all others behind them
  /// too (RFC 4291, section 2.5.4).
  static func text(of address: String) -> String {
    var parsed = in6_addr()
    guard address.contains(":"), inet_pton(AF_INET6, address, &parsed) == 1 else { return address }
    return withUnsafeBytes(of: parsed) { bytes in
      bytes.prefix(8).map { String($0, radix: 16) }.joined(separator: ":")
    }
  }
}
