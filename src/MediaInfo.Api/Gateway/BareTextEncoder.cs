using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;

namespace MediaInfo.Api.Gateway;

/// <summary>Escapes what JSON requires and what a queue cannot carry, and nothing else.</summary>
/// <remarks>
/// <see cref="JavaScriptEncoder.UnsafeRelaxedJsonEscaping"/> still escapes everything outside the Basic Multilingual Plane, and
/// spaces such as the ideographic space, which is common in Chinese text.
/// </remarks>
internal sealed class BareTextEncoder : JavaScriptEncoder
{
    /// <inheritdoc />
    public override int MaxOutputCharactersPerInputCharacter => UnsafeRelaxedJsonEscaping.MaxOutputCharactersPerInputCharacter;

    /// <inheritdoc />
    public override bool WillEncode(int unicodeScalar) => unicodeScalar is < ' ' or '"' or '\\' or 0xFFFE or 0xFFFF;

    /// <inheritdoc />
    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength)
    {
        var characters = new ReadOnlySpan<char>(text, textLength);
        for (var i = 0; i < textLength;)
        {
            // An unpaired surrogate is not text: it is reported here to be replaced.
            if (Rune.DecodeFromUtf16(characters[i..], out var rune, out var length) != OperationStatus.Done
                || WillEncode(rune.Value))
            {
                return i;
            }

            i += length;
        }

        return -1;
    }

    /// <inheritdoc />
    public override unsafe bool TryEncodeUnicodeScalar(
        int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten) =>
        UnsafeRelaxedJsonEscaping.TryEncodeUnicodeScalar(unicodeScalar, buffer, bufferLength, out numberOfCharactersWritten);
}
