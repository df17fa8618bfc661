using System.Reflection;
using System.Runtime.CompilerServices;

namespace MediaInfo.Architecture.Tests;

/// <summary>Finds the types that a type refers to in its declarations and method bodies.</summary>
internal static class Referred
{
    private const BindingFlags All =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Every type that the type refers to, including the parts of constructed types.</summary>
    public static IEnumerable<Type> TypesOf(Type type) =>
        Directly(type).Where(found => found is not null).SelectMany(found => Parts(found!)).Distinct();

    private static IEnumerable<Type?> Directly(Type type) =>
    [
        type.BaseType,
        .. type.GetInterfaces(),
        .. type.GetGenericArguments().Where(argument => argument.IsGenericParameter).SelectMany(
            argument => argument.GetGenericParameterConstraints()),
        .. type.GetCustomAttributesData().SelectMany(OfAttribute),
        .. type.GetFields(All).SelectMany(OfMember),
        .. type.GetProperties(All).SelectMany(OfMember),
        .. type.GetEvents(All).SelectMany(OfMember),
        .. type.GetMethods(All).SelectMany(OfMember),
        .. type.GetConstructors(All).SelectMany(OfMember),
        .. type.GetMethods(All).SelectMany(MethodBody.MembersOf).SelectMany(OfReferred),
        .. type.GetConstructors(All).SelectMany(MethodBody.MembersOf).SelectMany(OfReferred),
    ];

    private static IEnumerable<Type?> OfMember(MemberInfo member) =>
        [.. OfReferred(member), .. member.GetCustomAttributesData().SelectMany(OfAttribute)];

    private static IEnumerable<Type?> OfReferred(MemberInfo member) => member switch
    {
        Type type => [type],
        FieldInfo field => [field.DeclaringType, field.FieldType],
        PropertyInfo property => [property.PropertyType, .. property.GetIndexParameters().Select(index => index.ParameterType)],
        EventInfo @event => [@event.EventHandlerType],
        MethodBase method =>
        [
            method.DeclaringType,
            (method as MethodInfo)?.ReturnType,
            .. method.GetParameters().Select(parameter => parameter.ParameterType),
            .. method is MethodInfo { IsGenericMethod: true } generic ? generic.GetGenericArguments() : [],
        ],
        _ => [],
    };

    private static IEnumerable<Type?> OfAttribute(CustomAttributeData attribute) =>
    [
        attribute.AttributeType,
        .. attribute.ConstructorArguments.Select(argument => argument.Value as Type),
        .. attribute.NamedArguments.Select(argument => argument.TypedValue.Value as Type),
    ];

    private static IEnumerable<Type> Parts(Type type)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (type.HasElementType)
        {
            return Parts(type.GetElementType()!);
        }

        return type.IsConstructedGenericType
            ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition())
            : [type];
    }
}
