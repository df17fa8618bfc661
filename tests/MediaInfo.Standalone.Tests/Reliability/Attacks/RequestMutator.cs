using System.Text;

namespace MediaInfo.Standalone.Tests.Reliability.Attacks;

/// <summary>Mutates valid calls: before signing, so that they reach the action; after signing; and as raw bytes.</summary>
internal sealed class RequestMutator(IReadOnlyList<ApiCall> calls, Uri endpoint, Random random)
{
    private static readonly string[] Methods =
        ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "get", "FOO"];
    private static readonly string[] Paths =
        [
            "/", "//", "/v1", "/v1/", "/v1/other-project/extract-metadata", "/v1/local-project/extract-metadata/",
            "/v1/%2F/extract-metadata", "/v1/x", "/health/ready", "/a",
        ];

    private static readonly string[] Types =
    [
        "", "application/json", "application/x-www-form-urlencoded", "text/plain", "multipart/form-data; boundary=x",
        "application/json; charset=utf-16", "application/jsonx", ";", "application/x-www-form-urlencoded; charset=gbk",
    ];

    /// <summary>Returns the next mutant.</summary>
    public Mutant Next()
    {
        var call = calls[random.Next(calls.Count)];
        return random.Next(10) switch
        {
            < 5 => Signed(call),
            < 8 => Behind(CallSigner.Sign(call, endpoint)),
            8 => Raw(CallSigner.Sign(call, endpoint).ToBytes()),
            _ => Raw(CallSigner.Sign(Spoilt(call), endpoint).ToBytes()),
        };
    }

    private Mutant Signed(ApiCall call)
    {
        var raw = CallSigner.Sign(Spoilt(call), endpoint);
        return new Mutant(raw.ToBytes(), raw, $"{call.Dialect} {call.Action}, signed nonsense");
    }

    private ApiCall Spoilt(ApiCall call)
    {
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            call = call.Parameters.Count > 0 && random.Next(8) > 0
                ? call with { Parameters = Spoilt(call.Parameters) }
                : SpoiltBeside(call);
        }

        return call;
    }

    private List<(string Name, string Value)> Spoilt(IReadOnlyList<(string Name, string Value)> parameters)
    {
        var all = parameters.ToList();
        var at = random.Next(all.Count);
        var (name, value) = all[at];
        switch (random.Next(7))
        {
            case 0: all.RemoveAt(at); break;
            case 1: all.Add((name, Nonsense.Text(random))); break;
            case 2: all.Add((Nonsense.Text(random), Nonsense.Text(random))); break;
            case 3: all[at] = (Nonsense.Spoil(name, random), value); break;
            case 4: all[at] = (name, all[random.Next(all.Count)].Value); break;
            case 5: all[at] = (name, Nonsense.Text(random)); break;
            default: all[at] = (name, Nonsense.Spoil(value, random)); break;
        }

        return all.Count > 0 ? all : [("", "")];
    }

    private ApiCall SpoiltBeside(ApiCall call) => random.Next(6) switch
    {
        0 => call with { Format = Nonsense.Text(random) },
        1 => call with { SecondsOff = random.Next(-100_000, 100_000) },
        2 => call with { KeyId = random.Next(2) > 0 ? "reader" : "nobody", Secret = "readersecret" },
        3 => call with { ContentType = Types[random.Next(1, Types.Length)] },
        _ when call.Dialect is Dialect.Mpc or Dialect.Acs3Json => call with { Body = SpoiltBody(call.Body ?? "{}"u8.ToArray()) },
        _ => call with { Parameters = [.. call.Parameters, (Nonsense.Text(random), Nonsense.Text(random))] },
    };

    private byte[] SpoiltBody(byte[] body) => random.Next(3) switch
    {
        0 => Nonsense.Spoil(body, random),
        1 => Encoding.UTF8.GetBytes(Nonsense.Text(random)),
        _ => Encoding.UTF8.GetBytes(Nonsense.Spoil(Encoding.UTF8.GetString(body), random)),
    };

    // Changes that a client or an intermediary could make. The request stays valid HTTP.
    private Mutant Behind(RawCall call)
    {
        var spoilt = random.Next(6) switch
        {
            0 => call with { Method = Methods[random.Next(Methods.Length)] },
            1 => call with
            {
                Target = Paths[random.Next(Paths.Length)]
                    + (random.Next(2) > 0 && call.Target.Contains('?') ? call.Target[call.Target.IndexOf('?')..] : ""),
            },
            2 => call with { Headers = SpoiltHeaders(call.Headers) },
            3 when call.Body.Length > 0 => call with { Body = Nonsense.Spoil(call.Body, random) },
            4 => call with
            {
                Target = call.Target
                    + (call.Target.Contains('?') ? "&" : "?")
                    + Printable(Nonsense.Spoil("Format=JSON&Action=%ff%fe", random)),
            },
            _ => call with { Headers = SpoiltHeaders(SpoiltHeaders(call.Headers)) },
        };
        return new Mutant(
            spoilt.ToBytes(),
            spoilt,
            $"{spoilt.Method} {spoilt.Target[..Math.Min(60, spoilt.Target.Length)]}, changed behind the signature");
    }

    private List<(string Name, string Value)> SpoiltHeaders(IReadOnlyList<(string Name, string Value)> headers)
    {
        var all = headers.ToList();

        // The Host header is kept, because a request without exactly one valid Host header is not valid HTTP.
        var at = random.Next(1, all.Count + 1) % all.Count;
        if (all[at].Name is "host")
        {
            all.Add(($"x-{random.Next(100)}", Header(Nonsense.Text(random))));
            return all;
        }

        var (name, value) = all[at];
        switch (random.Next(5))
        {
            case 0: all.RemoveAt(at); break;
            case 1: all.Add((name, value)); break;
            case 2: all[at] = (name, Header(Nonsense.Text(random))); break;
            case 3: all[at] = (name + "x", value); break;
            default: all[at] = (name, Header(Nonsense.Spoil(value, random))); break;
        }

        return all;
    }

    private Mutant Raw(byte[] bytes) => random.Next(6) switch
    {
        0 => new Mutant(bytes[..random.Next(bytes.Length)], Call: null, "cut off"),
        1 => new Mutant(Nonsense.Bytes(random, random.Next(1, 2000)), Call: null, "noise"),
        2 => new Mutant([
            .. Encoding.ASCII.GetBytes("GET / HTTP/1.1\r\nHost: x\r\n"),
            .. Nonsense.Bytes(random, random.Next(200)),
            .. "\r\n\r\n"u8,
        ], Call: null, "a head of noise"),
        3 => new Mutant([.. bytes, .. bytes[..random.Next(bytes.Length)]], Call: null, "one and a half"),
        _ => new Mutant(Nonsense.Spoil(bytes, random), Call: null, "bytes changed"),
    };

    private static string Header(string text) => new([.. text.Where(c => c is > ' ' and < '\x7f' or ' ')]);

    private static string Printable(string text) => new([.. text.Where(c => c is > ' ' and < '\x7f')]);
}
