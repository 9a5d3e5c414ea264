# %% Which codes are sent?
# with text: "aaa" | "abab" | "aab"
book = CodeBook([(97, 98), (97, 97), (256, 256)])
book.encode(text)

# %% Which pieces are heard?
book = CodeBook([(195, 169)])
list(book.listen([97, 195, 169, 256, 98]))

# %% Which pieces are heard, when the transmission ends too early?
book = CodeBook([])
list(book.listen([111, 107, 226, 130]))
