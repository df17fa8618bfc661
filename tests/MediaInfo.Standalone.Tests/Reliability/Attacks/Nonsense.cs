namespace MediaInfo.Standalone.Tests.Reliability.Attacks;

/// <summary>Values that no caller should send.</summary>
internal static class Nonsense
{
    private static readonly string[] Texts =
    [
        "", " ", "0", "-1", "1", "00", "1.5", "-0", "1e400", "NaN", "2147483647", "2147483648", "9223372036854775807",
        "9223372036854775808", "-9223372036854775809", "99999999999999999999999999999999999999", "true", "false", "null", "[]",
        "{}", "[[[]]]", "\"", "'", "\\", "{", "}", "{\"Bucket\":null}", "{\"Bucket\":{}}", "{\"Bucket\":\"\\ud800\"}", "\\ud800",
        "\\udc00x", "\":1,\"", "{\"Type\":1,\"Media\":[]}", "{\"Priority\":1e99}", "{\"a\":1,\"a\":2}", "\0", "\u0001", "\r\n",
        "\t", "\u007f", "\ufffd", "\ufeff", "\u202e", "\u3000", "测试", "😀", "<a>&amp;</a>", "]]>", "%", "%00", "%zz", "%C3%28",
        "%2F", "+", ",", ",,,", ";", "..", "../..", "/", "\\..\\", "//", "?", "#", "*", "$", "oss://", "oss:///", "oss://b",
        "oss://example-bucket/", "http://", "http://[::1", "https://example-bucket.oss-cn-hangzhou.aliyuncs.com",
        "file:///etc/passwd", "oss://example-bucket/%", "oss://example-bucket/%00", "0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z", "2024-02-30T00:00:00Z", "2024-01-01", "00010101000000", "99991231235959", "20240230000000",
        "00000000000000000000000000000000", "ffffffffffffffffffffffffffffffff", "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF",
        "0000000000000000000000000000000/", "18446744073709551615", "4503599627370495999", "All", "JSON", "XML", "xml",
        "HMAC-SHA256", "BEARERTOKEN", "1.0", "2.0",
    ];

    /// <summary>Returns one of them, sometimes a long or deeply nested one.</summary>
    public static string Text(Random random) => random.Next(20) switch
    {
        0 => new string((char)random.Next(1, 0x250), random.Next(4000)),
        1 => new string('[', random.Next(200)),
        2 => string.Concat(Enumerable.Repeat("{\"a\":", random.Next(100))),
        3 => string.Join(',', Enumerable.Repeat(Texts[random.Next(Texts.Length)], random.Next(100))),
        4 => new string('9', random.Next(1, 400)),
        _ => Texts[random.Next(Texts.Length)],
    };

    /// <summary>Returns the text with a few characters changed, removed, doubled, or with nonsense inserted.</summary>
    public static string Spoil(string text, Random random)
    {
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(text.Length + 1);
            var end = Math.Min(text.Length, at + random.Next(1, 8));
            text = random.Next(5) switch
            {
                0 => text[..at] + text[end..],
                1 => text[..end] + text[at..],
                2 => text[..at] + Text(random) + text[at..],
                3 => text[..at] + (char)random.Next(1, 0x7f) + text[end..],
                _ => text[..at],
            };
        }

        return text;
    }

    /// <summary>The same for bytes.</summary>
    public static byte[] Spoil(byte[] bytes, Random random)
    {
        var spoilt = bytes.ToList();
        for (var times = random.Next(1, 6); times > 0 && spoilt.Count > 0; times--)
        {
            var at = random.Next(spoilt.Count);
            var count = random.Next(1, Math.Min(64, spoilt.Count - at) + 1);
            switch (random.Next(5))
            {
                case 0: spoilt.RemoveRange(at, count); break;
                case 1: spoilt.InsertRange(at, spoilt.GetRange(at, count)); break;
                case 2: spoilt.InsertRange(at, Bytes(random, count)); break;
                case 3: spoilt[at] ^= (byte)(1 << random.Next(8)); break;
                default: spoilt[at] = (byte)random.Next(256); break;
            }
        }

        return [.. spoilt];
    }

    /// <summary>Returns that many random bytes.</summary>
    public static byte[] Bytes(Random random, int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }
}
