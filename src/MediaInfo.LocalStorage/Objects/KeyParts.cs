namespace MediaInfo.LocalStorage.Objects;

/// <summary>Divides keys into the parts that names stand for.</summary>
internal static class KeyParts
{
    /// <summary>The parts of a key: a slash separates them only between two other characters.</summary>
    internal static IEnumerable<string> Of(string key)
    {
        var begin = 0;
        for (var i = 1; i < key.Length - 1; i++)
        {
            if (key[i] == '/' && key[i - 1] != '/' && key[i + 1] != '/')
            {
                yield return key[begin..i];
                begin = i + 1;
            }
        }

        yield return key[begin..];
    }

    /// <summary>
    /// Whether a key has a step to this folder or the one above. Clients also resolve them in URLs, so that no URL could address
    /// such a key.
    /// </summary>
    internal static bool HasStep(string key)
    {
        foreach (var range in key.AsSpan().Split('/'))
        {
            if (key.AsSpan(range) is "." or "..")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a key is text: half a surrogate pair is none, and no name.</summary>
    internal static bool IsText(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return false;
            }
        }

        return text.Length > 0;
    }
}
