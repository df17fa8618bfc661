using System.Globalization;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Templates;

namespace MediaInfo.Api.Alibaba.Ims.Templates;

/// <summary>Reads the parameters of a list of templates.</summary>
/// <parameter name="Type" otherwise="every type" example="2" type="list" min="1" max="11">
/// Types, comma-separated: 2 for snapshots, 11 for smart tags. There are none of the others.
/// </parameter>
/// <parameter name="Subtype" otherwise="every subtype" example="1" type="integer" min="1" max="2147483647">
/// Of snapshots: 1 Normal, 2 Sprite, 3 WebVtt.
/// </parameter>
/// <parameter name="Name" otherwise="every name" example="cover">A part of the name.</parameter>
/// <parameter name="TemplateId" otherwise="every template" example="5e1f0a6c0d0b4c6fa7a3d1e2b9c80001">
/// Only this template, if it passes the filters.
/// </parameter>
/// <parameter name="PageNumber" otherwise="1" example="2" type="integer" min="1" max="2147483647">The page, from 1.</parameter>
/// <parameter name="PageSize" otherwise="20" example="50" type="integer" min="1" max="100">
/// Templates per page, 1 to 100.
/// </parameter>
internal sealed class TemplateQuery
{
    private const int DefaultPageSize = 20;
    private const int MaxPageSize = 100;
    private readonly string? _id;
    private readonly string? _name;
    private readonly List<int>? _types;
    private readonly long? _subtype;
    private readonly long _page;
    private readonly long _size;

    private TemplateQuery(LibraryParameters parameters, IReadOnlyList<string>? types)
    {
        _types = types?.Select(TypeOf).OfType<int>().ToList();
        _subtype = parameters.Number("Subtype", 1, int.MaxValue);
        _name = parameters.Text("Name", _ => true);
        _id = parameters.Text("TemplateId", _ => true);
        _page = parameters.Number("PageNumber", 1, int.MaxValue) ?? 1;
        _size = parameters.Number("PageSize", 1, MaxPageSize) ?? DefaultPageSize;
        if (_types?.Count != types?.Count)
        {
            parameters.Fail(ImsErrors.Invalid("Type"));
        }
    }

    /// <summary>The query, whose parameters may be wrong.</summary>
    public static TemplateQuery Read(LibraryParameters parameters, RpcCall call) =>
        new(parameters, call.Parameters.List("Type"));

    /// <summary>How many templates pass the filters, and those of the page.</summary>
    public (int Total, IReadOnlyList<Template> Page) Select(IEnumerable<Template> templates)
    {
        var all = templates.Where(Passes).ToList();
        return (all.Count, [.. all.Skip((int)Math.Min((_page - 1) * _size, int.MaxValue)).Take((int)_size)]);
    }

    private static int? TypeOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var type)
        && type is >= 1 and <= TemplateTypes.Last
            ? type
            : null;

    private bool Passes(Template template) =>
        (_id is null || string.Equals(template.Id, _id, StringComparison.Ordinal))
        && (_name is null || template.Name.Contains(_name, StringComparison.OrdinalIgnoreCase))
        && (_subtype is null || TemplateTypes.SubtypeOf(template.Kind) == _subtype)
        && _types?.Contains(TemplateTypes.Of(template.Kind)) != false;
}
