using System.Diagnostics.CodeAnalysis;

namespace MediaInfo.Api.Alibaba.Ims.Library.Wire;

/// <summary>A category below another. Source: "GetCategories", response elements.</summary>
public sealed record SubCategoryInfo : CategoryInfo
{
    /// <summary>Copies the members of every category.</summary>
    [SetsRequiredMembers]
    public SubCategoryInfo(CategoryInfo category, long subTotal)
        : base(category) => SubTotal = subTotal;

    /// <summary>How many categories are directly below it, a number.</summary>
    public long SubTotal { get; }
}
