using System.Text;

namespace MediaInfo.Architecture.Tests.Reference;

/// <summary>Markdown that is being written.</summary>
internal sealed class MarkdownText
{
    private readonly StringBuilder _text = new();

    /// <summary>Adds a paragraph or a heading; nothing if it is empty.</summary>
    public void Line(string line)
    {
        if (line.Length > 0)
        {
            _text.Append(_text.Length > 0 ? "\n" : "").Append(line).Append('\n');
        }
    }

    /// <summary>Adds a table; nothing if it has no rows.</summary>
    public void Table(string[] columns, IEnumerable<string[]> rows)
    {
        var cells = rows.ToList();
        if (cells.Count == 0)
        {
            return;
        }

        Line(Row(columns));
        Add([.. columns.Select(_ => "---")]);
        cells.ForEach(Add);

        void Add(string[] row) => _text.Append(Row(row)).Append('\n');
    }

    /// <inheritdoc />
    public override string ToString() => _text.ToString();

    /// <summary>Text as code; nothing if it is empty.</summary>
    public static string Code(string text) =>
        text.Length > 0 ? $"`{text.Replace("|", "\\|", StringComparison.Ordinal)}`" : "";

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";
}
