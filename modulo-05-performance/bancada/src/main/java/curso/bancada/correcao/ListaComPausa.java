package curso.bancada.correcao;

import java.util.ArrayList;
import java.util.Collection;

/// Um `ArrayList` que demora entre ler o tamanho e escrever: o que ele faz em nanossegundos, devagar.
///
/// Duas threads que acrescentam juntas e sem trava leem o mesmo tamanho, escrevem no mesmo lugar, e um elemento se perde.
/// Numa thread só, ou sob uma trava, é um `ArrayList` comum. É pública porque o código copiado por [Intercalacao] a cria.
public final class ListaComPausa<E> extends ArrayList<E> {

    private static final long serialVersionUID = 1L;

    public ListaComPausa() {}

    public ListaComPausa(int capacidade) {
        super(capacidade);
    }

    public ListaComPausa(Collection<? extends E> elementos) {
        super(elementos);
    }

    @Override
    public boolean add(E elemento) {
        int lugar = size();
        Intercalacao.ponto();
        if (lugar < size()) {
            set(lugar, elemento);
            return true;
        }
        return super.add(elemento);
    }
}
