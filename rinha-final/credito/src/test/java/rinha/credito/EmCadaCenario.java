package rinha.credito;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Uma instância por cenário, zerada antes de cada teste.
@ParameterizedClass(name = "{0}")
@EnumSource(Cenario.class)
abstract class EmCadaCenario {
    static Deposito deposito;
    static Instancia instancia;
    static Cliente api;

    @Parameter
    Cenario cenario;

    @BeforeParameterizedClassInvocation
    static void abrir(Cenario cenario) {
        deposito = Deposito.novo(cenario);
        instancia = deposito.instancia();
        api = instancia.cliente();
    }

    @AfterParameterizedClassInvocation
    static void fechar() {
        instancia.close();
        deposito.close();
    }

    @BeforeEach
    void zerar() {
        api.zerar();
    }
}
