#pragma once
// Result<T>: a value or an Error; the way every folder of the house reports failure. Exceptions do not cross a folder.
#include <QString>
#include <optional>
#include <utility>
#include <variant>

namespace gridbook {

enum class ErrorKind {
    Invalid,   // what was given cannot be accepted as it is
    NotFound,  // the record or file is not there
    Conflict,  // somebody else changed the record meanwhile
    Busy,      // the book is in use elsewhere
    Refused,   // the person or the state does not allow it
    Damaged,   // a file is not what it should be
    Io,        // the disk, the share or the printer failed
    Cancelled, // the user stopped the work
    Internal   // a fault of this program
};

// message: for the user, in the user's language: what happened, to which record, what to do next.
// detail: for the log, never shown first.
struct Error
{
    ErrorKind kind = ErrorKind::Internal;
    QString message;
    QString detail;
};

template <typename T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }
    [[nodiscard]] const T &value() const & { return std::get<0>(m_state); }
    [[nodiscard]] T &value() & { return std::get<0>(m_state); }
    [[nodiscard]] T &&value() && { return std::get<0>(std::move(m_state)); }
    [[nodiscard]] T valueOr(T other) const { return ok() ? std::get<0>(m_state) : std::move(other); }
    [[nodiscard]] const Error &error() const { return std::get<1>(m_state); }
    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    T operator*() &&
    {
        return std::get<0>(std::move(m_state));
    } // by value: safe at the head of a loop over its elements
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }

private:
    std::variant<T, Error> m_state;
};

template <>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)) {}

    [[nodiscard]] bool ok() const { return !m_error.has_value(); }
    explicit operator bool() const { return ok(); }
    [[nodiscard]] const Error &error() const { return *m_error; }

private:
    std::optional<Error> m_error;
};

using Done = Result<void>;

} // namespace gridbook

// Leaves the function with the error if the expression failed.
#define GRIDBOOK_TRY(expression)                                                                                       \
    do {                                                                                                               \
        if (auto triedResult = (expression); !triedResult) {                                                           \
            return triedResult.error();                                                                                \
        }                                                                                                              \
    } while (false)

#define GRIDBOOK_CONCAT_INNER(a, b) a##b
#define GRIDBOOK_CONCAT(a, b) GRIDBOOK_CONCAT_INNER(a, b)
// GRIDBOOK_ASSIGN(auto rows, readRows()): the value, or leaves the function with the error.
#define GRIDBOOK_ASSIGN(target, expression)                                                                            \
    auto GRIDBOOK_CONCAT(assigned, __LINE__) = (expression);                                                           \
    if (!GRIDBOOK_CONCAT(assigned, __LINE__)) {                                                                        \
        return GRIDBOOK_CONCAT(assigned, __LINE__).error();                                                            \
    }                                                                                                                  \
    target = std::move(GRIDBOOK_CONCAT(assigned, __LINE__)).value()
