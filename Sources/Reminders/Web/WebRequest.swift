public import PlainText

/// One request over the web, as it is handed to whatever has a network.
public struct WebRequest: Hashable, Sendable {
  /// What is asked for.
  public enum Method: String, Sendable {
    case get = "GET"
    case post = "POST"
  }

  /// A field of the header.
  public struct Field: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// What it says.
    public let value: String

    /// Creates a field.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// What is asked for.
  public let method: Method
  /// Where to, with whatever secret is in it.
  public let url: String
  /// The fields of the header, in their order.
  public let headers: [Field]
  /// What is sent with it; nothing where it is empty.
  public let body: [UInt8]
  /// The seconds until the answer begins, again for its content, and again for a last part of it that
  /// does not come.
  public let seconds: Int
  /// The time to connect, in seconds.
  public let connectSeconds: Int

  /// Creates a request.
  public init(
    _ method: Method, _ url: String, headers: [Field] = [], body: [UInt8] = [], seconds: Int,
    connectSeconds: Int
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
    self.seconds = seconds
    self.connectSeconds = connectSeconds
  }
}

extension WebRequest {
  /// The times that a request may have, in seconds; a channel has ten minutes at most.
  private static let times = 1...3_600

  /// The request as one program hands it to another.
  public var json: JSONValue {
    [
      "method": .string(method.rawValue), "url": .string(url),
      "headers": .array(headers.map { [.string($0.name), .string($0.value)] }),
      "body": .string(Base64.encode(body)), "seconds": .integer(seconds),
      "connectSeconds": .integer(connectSeconds),
    ]
  }

  /// Reads ``json``; `nil` for anything else, also for what a library for HTTP would not survive: an
  /// address that is none, a name of a field that is no ASCII (RFC 9110 5.6.2), a time that is none.
  public init?(_ json: JSONValue) {
    guard case .object(let members) = json, case .string(let name)? = members["method"],
      let method = Method(rawValue: name), case .string(let url)? = members["url"],
      case .array(let fields)? = members["headers"], case .string(let encoded)? = members["body"],
      let body = Base64.decode(encoded), case .integer(let seconds)? = members["seconds"],
      case .integer(let connectSeconds)? = members["connectSeconds"], WebURL(url) != nil,
      WebRequest.times.contains(seconds), WebRequest.times.contains(connectSeconds)
    else { return nil }
    var headers: [Field] = []
    for field in fields {
      guard case .array(let parts) = field, parts.count == 2, case .string(let name) = parts[0],
        case .string(let value) = parts[1], name.isPrintableASCII, value.isPrintableASCII
      else { return nil }
      headers.append(Field(name, value))
    }
    self.init(
      method, url, headers: headers, body: body, seconds: seconds, connectSeconds: connectSeconds)
  }
}
